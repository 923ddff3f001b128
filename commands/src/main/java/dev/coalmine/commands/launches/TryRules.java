package dev.coalmine.commands.launches;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever wanted to know how a message is read; nothing is recorded. */
@Component
class TryRules {

    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_TEXT = 1_500;

    private final LaunchRules rules;
    private final Workspace workspace;

    TryRules(LaunchRules rules, Workspace workspace) {
        this.rules = rules;
        this.workspace = workspace;
    }

    @EventListener
    void looked(Heard.Looked at) {
        workspace.tell(
                at.asker(),
                at.message() == null
                        ? "That message is not there, or I am not in its channel: invite me with Slack's own `/invite`."
                        : words(rules.read(at.message())));
    }

    private static String words(Reading reading) {
        return switch (reading) {
            case Reading.Understood(var text, var rule, var notices) ->
                "The rule *%s* reads launches in it: %d\n%s\n%s"
                        .formatted(Markup.escape(rule), notices.size(), listed(notices), quoted(text));
            case Reading.NotUnderstood(var text, var why)
            when why.isEmpty() ->
                "No rule fits this message, so it tells of no launch. What the rules see of it:\n%s"
                        .formatted(quoted(text));
            case Reading.NotUnderstood(var text, var why) ->
                "It tells of no launch. %s What the rules see of it:\n%s"
                        .formatted(Markup.escape(String.join(" ", why)), quoted(text));
        };
    }

    private static String listed(List<Notice> notices) {
        var lines = notices.stream().limit(MOST_SHOWN).map(TryRules::line).collect(Collectors.joining("\n"));
        return notices.size() <= MOST_SHOWN ? lines : lines + "\n… and others: " + (notices.size() - MOST_SHOWN);
    }

    private static String line(Notice notice) {
        var parts = new ArrayList<String>();
        parts.add("• %s".formatted(notice.outcome().name().toLowerCase(Locale.ROOT)));
        parts.add("launcher “%s”".formatted(notice.source()));
        parts.add(notice.entity() == null ? "nothing named" : "of “%s”".formatted(notice.entity()));
        parts.add(notice.automated() ? "by a program" : "by hand");
        parts.add("text “%s”".formatted(notice.text().replace('\n', ' ')));
        notice.attributes().forEach((name, value) -> parts.add("%s “%s”".formatted(name, value)));
        return Markup.clip(Markup.escape(String.join(" · ", parts)), 500);
    }

    private static String quoted(String text) {
        return Markup.clip(Markup.escape(text), LONGEST_TEXT)
                .lines()
                .map(line -> ">" + line)
                .collect(Collectors.joining("\n"));
    }
}
