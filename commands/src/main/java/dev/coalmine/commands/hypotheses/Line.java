package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.language.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is written behind a word of {@code hyp}, in its parts: quotations, names such as {@code H1}, people, links, spans
 * of time, and words.
 */
record Line(List<Part> parts) {

    enum Kind {
        QUOTATION,
        HYPOTHESIS,
        EVIDENCE,
        TEST,
        PERSON,
        LINK,
        WORD
    }

    /** @param text without the signs around it: of a quotation its words, of a name its number */
    record Part(Kind kind, String text) {

        boolean says(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern PARTS = Pattern.compile("""
        ["“”„«](?<quotation>[^"“”„«»]*)["“”»]\
        |<@(?<person>[UW][A-Z0-9]+)(?:\\|[^>]*)?>\
        |<(?<link>https?://[^>|]+)(?:\\|[^>]*)?>\
        |[(\\[]*(?<![\\p{L}\\p{N}])(?<name>[HhEeTt]\\d{1,6})(?![\\p{L}\\p{N}])[)\\],;:.]*\
        |(?<word>[^\\s"“”„«»]+)\
        """);

    /** @param markup as it came from Slack; nothing that is written there is refused here */
    static Line read(String markup) {
        var parts = new ArrayList<Part>();
        var found = PARTS.matcher(markup);
        while (found.find()) {
            if (found.group("quotation") != null) {
                parts.add(new Part(Kind.QUOTATION, found.group("quotation").strip()));
            } else if (found.group("person") != null) {
                parts.add(new Part(Kind.PERSON, found.group("person")));
            } else if (found.group("link") != null) {
                parts.add(new Part(Kind.LINK, found.group("link")));
            } else if (found.group("name") != null) {
                parts.add(name(found.group("name")));
            } else {
                parts.add(new Part(Kind.WORD, found.group("word")));
            }
        }
        return new Line(List.copyOf(parts));
    }

    private static Part name(String text) {
        var kind =
                switch (Character.toUpperCase(text.charAt(0))) {
                    case 'H' -> Kind.HYPOTHESIS;
                    case 'E' -> Kind.EVIDENCE;
                    default -> Kind.TEST;
                };
        return new Part(kind, text.substring(1));
    }

    /** The first part of a kind. */
    Optional<String> first(Kind kind) {
        return all(kind).stream().findFirst();
    }

    List<String> all(Kind kind) {
        return parts.stream().filter(it -> it.kind() == kind).map(Part::text).toList();
    }

    Optional<Integer> number(Kind kind) {
        return first(kind).map(Integer::valueOf);
    }

    List<Integer> numbers(Kind kind) {
        return all(kind).stream().map(Integer::valueOf).toList();
    }

    /** What was said: a quotation if there is one, or else all words that are left. */
    Optional<String> said() {
        return first(Kind.QUOTATION).or(this::words).filter(it -> !it.isBlank());
    }

    /** All plain words, with a space between them. */
    Optional<String> words() {
        return Optional.of(String.join(" ", all(Kind.WORD))).filter(it -> !it.isBlank());
    }

    boolean has(String word) {
        return parts.stream().anyMatch(it -> it.says(word));
    }

    /** The quotation behind a word, such as {@code wrong-if "…"}. */
    Optional<String> quotedAfter(String word) {
        return after(it -> it.says(word))
                .filter(it -> it.kind() == Kind.QUOTATION)
                .map(Part::text);
    }

    /** The word behind another, such as {@code expected yes}. */
    Optional<String> wordAfter(String word) {
        return after(it -> it.says(word)).filter(it -> it.kind() == Kind.WORD).map(it -> it.text()
                .toLowerCase(Locale.ROOT));
    }

    private Optional<Part> after(Predicate<Part> which) {
        for (var n = 0; n + 1 < parts.size(); n++) {
            if (which.test(parts.get(n))) {
                return Optional.of(parts.get(n + 1));
            }
        }
        return Optional.empty();
    }

    /** How long, such as {@code in 10m}. */
    Optional<Duration> in() {
        return wordAfter("in").flatMap(Spans::read);
    }

    /** A length of time that stands for itself, such as {@code 5m}. */
    Optional<Duration> span() {
        var withoutDue = without("in");
        return withoutDue.all(Kind.WORD).stream()
                .map(Spans::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Without a word and what follows it. */
    Line without(String word) {
        var left = new ArrayList<Part>();
        for (var n = 0; n < parts.size(); n++) {
            if (parts.get(n).says(word)) {
                n++;
            } else {
                left.add(parts.get(n));
            }
        }
        return new Line(left);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
