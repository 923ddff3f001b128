package dev.coalmine.commands.reviews;

import static java.util.stream.Collectors.joining;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
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
        hypotheses(summary);
        text.add("\n## Timeline\n\nEach entry has two times: when it happened, and when it was recorded.\n");
    }

    private void hypotheses(Summary summary) {
        var inquiry = summary.inquiry();
        if (inquiry.hypotheses().isEmpty()) {
            return;
        }
        section(
                "Hypotheses considered",
                inquiry.hypotheses().stream().map(it -> hypothesis(inquiry, it)).toList());
        section("Evidence", inquiry.evidence().stream().map(this::evidence).toList());
        section("Tests", inquiry.tests().stream().map(this::test).toList());
        section(
                "How they were dealt with",
                summary.figures().words().stream().map(this::plain).toList());
    }

    private String hypothesis(Inquiry inquiry, Hypothesis it) {
        var score = inquiry.score(it);
        return "%s: %s (%s%s; %d against, %d for)%s%s"
                .formatted(
                        it.name(),
                        plain(it.statement()),
                        it.state().label(),
                        it.ruledOutBy().map(" by E%d"::formatted).orElse(""),
                        score.against(),
                        score.inFavour(),
                        it.author().map(who -> "; proposed by " + name(who)).orElse(""),
                        decision(it));
    }

    private String decision(Hypothesis it) {
        return it.decidedBy()
                .map(who -> "; %s, %s%s"
                        .formatted(
                                name(who),
                                time(it.decidedAt()),
                                it.reason().map(why -> ": " + plain(why)).orElse("")))
                .orElse("");
    }

    private String evidence(Evidence it) {
        return "%s, %s, %s: %s%s"
                .formatted(
                        it.name(),
                        it.kind().label(),
                        SECONDS.format(it.happenedAt()),
                        plain(it.words()),
                        it.ratings().stream()
                                .map(rating -> "; %s H%d, says %s"
                                        .formatted(rating.says().label(), rating.hypothesis(), name(rating.rater())))
                                .collect(joining()));
    }

    private String test(HypothesisTest it) {
        return "%s: %s; %s%s"
                .formatted(
                        it.name(),
                        plain(it.words()),
                        it.owner().map(who -> "by " + name(who) + ", ").orElse(""),
                        it.outcome().map(HypothesisTest.Outcome::label).orElse("no result"));
    }

    private String plain(String markup) {
        return Markdown.line(names.plain(markup));
    }

    private String name(String person) {
        return Markdown.line(names.of(person));
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
