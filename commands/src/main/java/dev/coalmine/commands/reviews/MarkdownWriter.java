package dev.coalmine.commands.reviews;

import static java.util.stream.Collectors.joining;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline.Correction;
import dev.coalmine.storage.timeline.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The record for people to read. */
final class MarkdownWriter implements RecordWriter {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Text text;
    private final Names names;

    MarkdownWriter(Text text, Names names) {
        this.text = text;
        this.names = names;
    }

    @Override
    public void begin(Summary summary) {
        var incident = summary.incident();
        text.add("# Incident %d: %s\n\n".formatted(incident.number(), Markdown.line(incident.title())));
        facts(incident);
        relations(summary);
        fact("Exported", SECONDS.format(summary.at()));
        section("Roles", summary.roles().stream().map(this::role).toList());
        section("Pages", summary.pages().stream().map(MarkdownWriter::page).toList());
        text.add("\n## Timeline\n\nEach entry has two times: when it happened, and when it was recorded.\n");
    }

    private void facts(Incident incident) {
        fact("Kind", incident.kind().label() + (incident.restricted() ? ", private" : ""));
        fact("Severity", incident.severity().label());
        fact("Stage", incident.stage().label());
        fact("Service", incident.service().map(Markdown::line).orElse("not known"));
        fact("Noticed by", incident.noticedBy().label());
        fact("Declared", SECONDS.format(incident.declaredAt()) + " by " + declarer(incident));
        for (var moment : Moment.values()) {
            fact(capital(moment.label()), time(incident.timeOf(moment)));
        }
        incident.link().ifPresent(link -> fact("First seen", Markdown.link(link)));
        incident.runbook().ifPresent(runbook -> fact("Runbook", Markdown.link(runbook)));
    }

    private void relations(Summary summary) {
        summary.incident().mergedInto().ifPresent(other -> fact("Merged into", "incident " + other));
        for (var other : summary.merged()) {
            fact("Takes in", "incident " + other);
        }
        for (var link : summary.links()) {
            fact("See also", Markdown.line(names.plain(link.words())) + " (entry " + link.number() + ")");
        }
    }

    private void fact(String name, String value) {
        text.add("- **%s:** %s\n".formatted(name, value));
    }

    private void section(String title, List<String> lines) {
        text.add("\n## %s\n\n".formatted(title));
        text.add(lines.isEmpty() ? "None.\n" : lines.stream().collect(joining("\n- ", "- ", "\n")));
    }

    private String role(Assignment role) {
        return "%s: %s, from %s %s"
                .formatted(
                        Markdown.line(role.role()),
                        Markdown.line(names.of(role.person())),
                        SECONDS.format(role.takenAt()),
                        role.leftAt().map(left -> "to " + SECONDS.format(left)).orElse("on"));
    }

    private static String page(Page page) {
        return "%s: %s, %s; %s, %s"
                .formatted(
                        Markdown.line(page.source()),
                        Markdown.line(page.title()),
                        page.firing()
                                ? "firing since " + time(page.firedAt())
                                : "over since " + time(page.resolvedAt()),
                        counted(page.messages(), "message"),
                        counted(page.starts(), "start"));
    }

    @Override
    public void entry(Entry entry, List<Correction> corrections) {
        text.add("\n**#%d** · %s · recorded %s · %s%s%s\n\n"
                .formatted(
                        entry.number(),
                        SECONDS.format(entry.happened()),
                        SECONDS.format(entry.recorded()),
                        Markdown.line(entry.kind()),
                        entry.person() == null ? "" : " · " + Markdown.line(names.of(entry.person())),
                        entry.corrects() == null ? "" : " · corrects #" + entry.corrects()));
        text.add(Markdown.quote(names.plain(entry.words())));
        if (entry.link() != null) {
            text.add("\nLink: %s\n".formatted(Markdown.link(entry.link())));
        }
        if (!corrections.isEmpty()) {
            text.add("\nCorrected by %s.\n"
                    .formatted(corrections.stream().map(MarkdownWriter::by).collect(joining(", "))));
        }
    }

    private static String by(Correction correction) {
        return "#" + correction.by() + (correction.deletes() ? " (the message was deleted in Slack)" : "");
    }

    @Override
    public void end(Verdict verdict) {
        text.add("\n## Is this record whole?\n\n").add(Verdicts.words(verdict)).add("\n");
        text.flush();
    }

    private String declarer(Incident incident) {
        return incident.declaredBy().map(names::of).map(Markdown::line).orElse("a page");
    }

    private static String time(Optional<Instant> time) {
        return time.map(SECONDS::format).orElse("not known");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String capital(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
