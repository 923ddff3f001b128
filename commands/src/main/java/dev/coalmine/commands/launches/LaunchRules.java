package dev.coalmine.commands.launches;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads launches out of messages: the first rule that fits reads a message, those in the settings before the others. */
@Component
class LaunchRules {

    /** The launcher of what people launch, where they do not say with what. */
    static final String BY_HAND = "by hand";

    private static final Logger LOG = LoggerFactory.getLogger(LaunchRules.class);

    private final List<LaunchRule> rules;
    private final UnaryOperator<String> properName;

    @Autowired
    LaunchRules(LaunchSettings settings, Catalog catalog) {
        this(settings, catalog::properName);
    }

    LaunchRules(LaunchSettings settings, UnaryOperator<String> properName) {
        var own = settings.rules().stream()
                .map(it -> LaunchRule.of(it.name(), it.matches(), it.source(), it.outcome(), it.automated()));
        this.rules = Stream.concat(own, BuiltInRules.ALL.stream()).toList();
        this.properName = properName;
    }

    Reading read(Heard.Posted message) {
        var text = PlainText.of(message.text());
        var why = new ArrayList<String>();
        for (var rule : rules) {
            var notices = notices(rule, text, message, why);
            if (!notices.isEmpty()) {
                return new Reading.Understood(text, rule.name(), notices);
            }
        }
        return new Reading.NotUnderstood(text, why);
    }

    private List<Notice> notices(LaunchRule rule, String text, Heard.Posted message, List<String> why) {
        try {
            return once(rule.in(text).stream()
                    .map(found -> notice(rule, found, message, why))
                    .filter(Objects::nonNull)
                    .toList());
        } catch (LaunchRule.TooSlow slow) {
            LOG.warn("The rule “{}” for launches takes too long on a message of {}.", rule.name(), message.channel());
            why.add("The rule “%s” takes too long on it.".formatted(rule.name()));
            return List.of();
        }
    }

    /** Text, attachments and blocks often say the same. */
    private static List<Notice> once(List<Notice> notices) {
        var once = new LinkedHashMap<List<Object>, Notice>();
        for (var it : notices) {
            once.putIfAbsent(List.of(it.source(), Objects.requireNonNullElse(it.entity(), ""), it.outcome()), it);
        }
        return List.copyOf(once.values());
    }

    private @Nullable Notice notice(LaunchRule rule, LaunchRule.Found found, Heard.Posted message, List<String> why) {
        if (found.outcome() == null) {
            why.add("The rule “%s” fits, but “%s” is no outcome that is known.".formatted(rule.name(), found.word()));
            return null;
        }
        return new Notice(
                properName.apply(source(found, message)),
                found.automated() == null ? message.person() == null : found.automated(),
                found.entity(),
                found.outcome(),
                found.text(),
                link(found, message),
                attributes(found));
    }

    private static String source(LaunchRule.Found found, Heard.Posted message) {
        return Stream.of(found.source(), found.attributes().get("launcher"), message.bot())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(BY_HAND);
    }

    private static @Nullable String link(LaunchRule.Found found, Heard.Posted message) {
        return found.link() != null && Links.isWeb(found.link()) ? found.link() : message.link();
    }

    private static Map<String, String> attributes(LaunchRule.Found found) {
        var attributes = new LinkedHashMap<>(found.attributes());
        attributes.remove("launcher");
        return attributes;
    }
}
