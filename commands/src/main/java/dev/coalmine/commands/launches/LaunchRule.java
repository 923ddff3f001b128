package dev.coalmine.commands.launches;

import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Finds notices of launches in plain text, any number in one message.
 *
 * <p>What the expression's named groups mean: {@code source} the launcher, {@code entity} what was launched,
 * {@code outcome} a word for it (see {@link OutcomeWords}), {@code text} what is said of it, {@code link}, {@code who} a
 * person who launched by hand, {@code automated} a word for whether a program did; any other group is an attribute.
 * Capitals do not matter, and {@code ^} and {@code $} stand for the ends of lines.
 */
record LaunchRule(
        String name,
        Pattern pattern,
        @Nullable String source,
        @Nullable Outcome outcome,
        @Nullable Boolean automated) {

    private static final int MOST_NOTICES = 100;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;
    private static final Set<String> MEANT = Set.of("source", "entity", "outcome", "text", "link", "who", "automated");
    private static final Set<String> BY_PROGRAM = Set.of("true", "yes", "auto", "automated", "automatic", "scheduled");
    private static final Set<String> BY_HAND = Set.of("false", "no", "hand", "by hand", "manual", "manually");

    /** @throws IllegalArgumentException with the reason, if it can never read anything */
    static LaunchRule of(
            String name,
            String expression,
            @Nullable String source,
            @Nullable Outcome outcome,
            @Nullable Boolean automated) {
        var pattern = compiled(name, expression);
        if (outcome == null && !pattern.namedGroups().containsKey("outcome")) {
            throw new IllegalArgumentException(
                    "coalmine.launches.rules: “%s” needs an outcome, or a group (?<outcome>…).".formatted(name));
        }
        if (outcome == Outcome.FIRING || outcome == Outcome.RESOLVED) {
            throw new IllegalArgumentException(
                    "coalmine.launches.rules: the outcome of “%s” must be started, succeeded or failed."
                            .formatted(name));
        }
        return new LaunchRule(name, pattern, source, outcome, automated);
    }

    private static Pattern compiled(String name, String expression) {
        try {
            return Pattern.compile(expression, FLAGS);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "coalmine.launches.rules: “matches” of “%s” is no regular expression: %s at character %d."
                            .formatted(name, wrong.getDescription(), wrong.getIndex() + 1),
                    wrong);
        }
    }

    /**
     * All that it finds in a text.
     *
     * @throws TooSlow if it needs more steps than a text of that length deserves
     */
    List<Found> in(String text) {
        try {
            return found(pattern.matcher(new CountedSteps(text)), text);
        } catch (StackOverflowError deep) {
            // Java's expressions call themselves where they may go back.
            throw new TooSlow();
        }
    }

    private List<Found> found(Matcher matcher, String text) {
        var all = new ArrayList<Found>();
        while (all.size() < MOST_NOTICES && matcher.find()) {
            all.add(found(groups(matcher), lines(text, matcher.start(), matcher.end())));
        }
        return all;
    }

    private Map<String, String> groups(Matcher matcher) {
        var groups = new LinkedHashMap<String, String>();
        for (var name : pattern.namedGroups().keySet()) {
            var said = matcher.group(name);
            if (said != null && !said.isBlank()) {
                groups.put(name, said.strip());
            }
        }
        return groups;
    }

    private Found found(Map<String, String> groups, String lines) {
        var attributes = new LinkedHashMap<>(groups);
        attributes.keySet().removeAll(MEANT);
        var word = Optional.ofNullable(groups.get("outcome"));
        return new Found(
                groups.getOrDefault("source", source),
                automated(groups),
                groups.get("entity"),
                outcome != null ? outcome : word.flatMap(OutcomeWords::read).orElse(null),
                word.orElse(""),
                groups.getOrDefault("text", lines),
                groups.get("link"),
                attributes);
    }

    private @Nullable Boolean automated(Map<String, String> groups) {
        if (automated != null) {
            return automated;
        }
        var word = groups.getOrDefault("automated", "").toLowerCase(Locale.ROOT);
        if (BY_PROGRAM.contains(word)) {
            return true;
        }
        return BY_HAND.contains(word) || groups.containsKey("who") ? Boolean.FALSE : null;
    }

    /** The whole lines in which something stands. */
    private static String lines(String text, int start, int end) {
        var from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        var to = text.indexOf('\n', end);
        return text.substring(Math.min(from, start), to < 0 ? text.length() : to);
    }

    /**
     * What the words say; whatever they leave out is null.
     *
     * @param outcome null also if its word is not known
     * @param word for the outcome
     */
    record Found(
            @Nullable String source,
            @Nullable Boolean automated,
            @Nullable String entity,
            @Nullable Outcome outcome,
            String word,
            String text,
            @Nullable String link,
            Map<String, String> attributes) {}

    /** The expression takes too long on some text, as it goes back again and again. */
    static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("too slow", null, false, false);
        }
    }
}
