package dev.coalmine.bot.web;

import dev.coalmine.commands.incidents.Report;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Titles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a program sends to declare an incident, and says what is wrong with it. */
final class ReportReader {

    static final Set<String> FIELDS = Set.of("title", "severity", "service", "kind", "private", "link", "people");

    private static final int LONG = 2_000;
    private static final int NAME = 255;
    private static final int MOST_PEOPLE = 100;

    private ReportReader() {}

    static Report read(ApiDoor.Body body) {
        var title = body.text("title", LONG);
        if (title == null || Titles.safe(title).isEmpty()) {
            throw ApiDoor.bad("An incident needs a “title”, such as “Checkout is down”.");
        }
        return new Report(
                title,
                severity(body.text("severity", NAME)),
                body.text("service", NAME),
                kind(body.text("kind", NAME)),
                body.flag("private"),
                link(body.text("link", LONG)),
                people(body));
    }

    private static @Nullable Severity severity(@Nullable String word) {
        return word == null
                ? null
                : Severity.read(word)
                        .orElseThrow(() -> ApiDoor.bad("“severity” is SEV-1 (worst), SEV-2, SEV-3 or SEV-4."));
    }

    private static Kind kind(@Nullable String word) {
        if (word == null) {
            return Kind.INCIDENT;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> word(kind).equals(word.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-")))
                .findFirst()
                .orElseThrow(() -> ApiDoor.bad("“kind” is one of %s."
                        .formatted(Arrays.stream(Kind.values())
                                .map(ReportReader::word)
                                .collect(Collectors.joining(", ")))));
    }

    /** As programs write it, such as {@code near-miss}. */
    static String word(Kind kind) {
        return kind.label().replace(' ', '-');
    }

    private static @Nullable String link(@Nullable String link) {
        if (link != null && !Links.isWeb(link)) {
            throw ApiDoor.bad("“link” has to begin with https:// or http://.");
        }
        return link;
    }

    private static List<String> people(ApiDoor.Body body) {
        var people = body.at("people");
        if (people.isMissingNode() || people.isNull()) {
            return List.of();
        }
        if (!people.isArray()
                || people.size() > MOST_PEOPLE
                || people.values().stream()
                        .anyMatch(it -> !it.isString() || it.asString().length() > NAME)) {
            throw ApiDoor.bad("“people” is a list of at most %d Slack ids, e-mail addresses, handles or names."
                    .formatted(MOST_PEOPLE));
        }
        return people.values().stream()
                .map(it -> it.asString().strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
