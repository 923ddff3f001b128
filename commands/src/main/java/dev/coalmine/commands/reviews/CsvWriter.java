package dev.coalmine.commands.reviews;

import static java.util.stream.Collectors.joining;

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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record for spreadsheets: RFC 4180, one table whose first column says what a row is about. */
final class CsvWriter implements RecordWriter {

    private static final String COLUMNS =
            "row,number,happened,recorded,kind,person,text,link,corrects,corrected_by\r\n";

    // What a spreadsheet would take for a formula (OWASP, "CSV Injection"), also in its full-width form.
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\\r\\n]");

    private final Text text;
    private final Names names;

    CsvWriter(Text text, Names names) {
        this.text = text;
        this.names = names;
    }

    @Override
    public void begin(Summary summary) {
        text.add(COLUMNS);
        facts(summary.incident());
        summary.merged().forEach(other -> fact("merged from", other));
        summary.links().forEach(link -> fact("link", names.plain(link.words())));
        fact("exported", null, summary.at());
        summary.roles().forEach(this::role);
        summary.pages().forEach(this::page);
        summary.inquiry().hypotheses().forEach(this::hypothesis);
        summary.inquiry().evidence().forEach(this::evidence);
        summary.inquiry().tests().forEach(this::test);
        summary.figures().words().forEach(it -> row("figure", null, null, null, "hypotheses", null, names.plain(it)));
    }

    private void facts(Incident incident) {
        fact("number", incident.number());
        fact("title", incident.title());
        fact("kind", incident.kind().label());
        fact("private", incident.restricted() ? "yes" : "no");
        fact("severity", incident.severity().label());
        fact("stage", incident.stage().label());
        fact("service", incident.service().orElse(null));
        fact("noticed by", incident.noticedBy().label());
        var declarer = incident.declaredBy().map(names::of).orElse(null);
        row("incident", null, incident.declaredAt(), null, "declared", declarer);
        for (var moment : Moment.values()) {
            fact(moment.label(), null, incident.timeOf(moment).orElse(null));
        }
        fact("first seen", incident.link().orElse(null));
        fact("runbook", incident.runbook().orElse(null));
        fact("merged into", incident.mergedInto().orElse(null));
    }

    private void fact(String name, @Nullable Object value) {
        fact(name, value, null);
    }

    private void fact(String name, @Nullable Object value, @Nullable Object time) {
        row("incident", null, time, null, name, null, value);
    }

    private void role(Assignment role) {
        var until = role.leftAt().map(left -> "until " + left).orElse("still");
        row("role", null, role.takenAt(), null, role.role(), names.of(role.person()), until);
    }

    private void page(Page page) {
        var words = "%s (%s; messages: %d; starts: %d)"
                .formatted(page.title(), page.firing() ? "firing" : "over", page.messages(), page.starts());
        row("page", null, page.firedAt().orElse(null), page.heardAt(), page.source(), null, words);
    }

    private void hypothesis(Hypothesis it) {
        row(
                "hypothesis",
                it.number(),
                it.proposedAt(),
                it.recordedAt(),
                it.state().label(),
                it.author().map(names::of).orElse(null),
                names.plain(it.statement()),
                it.link().orElse(null));
    }

    private void evidence(Evidence it) {
        var meaning = it.ratings().stream()
                .map(rating -> "; %s H%d".formatted(rating.says().label(), rating.hypothesis()))
                .collect(joining());
        row(
                "evidence",
                it.number(),
                it.happenedAt(),
                it.recordedAt(),
                it.kind().label(),
                it.observer().map(names::of).orElse(null),
                names.plain(it.words()) + meaning,
                it.link().orElse(null));
    }

    private void test(HypothesisTest it) {
        row(
                "test",
                it.number(),
                it.foundAt().orElse(null),
                it.recordedAt(),
                it.outcome().map(HypothesisTest.Outcome::label).orElse("no result"),
                it.owner().map(names::of).orElse(null),
                names.plain(it.words()));
    }

    @Override
    public void entry(Entry entry, List<Correction> corrections) {
        row(
                "entry",
                entry.number(),
                entry.happened(),
                entry.recorded(),
                entry.kind(),
                entry.person() == null ? null : names.of(entry.person()),
                names.plain(entry.words()),
                entry.link(),
                entry.corrects(),
                corrections.stream().map(CsvWriter::by).collect(joining(" ")));
    }

    private static String by(Correction correction) {
        return correction.by() + (correction.deletes() ? " (deleted in Slack)" : "");
    }

    @Override
    public void end(Verdict verdict) {
        switch (verdict) {
            case Verdict.Whole(var entries, var _) -> chain(entries, "whole", verdict);
            case Verdict.Broken(var entry, var _) -> chain(entry, "broken", verdict);
        }
        text.flush();
    }

    private void chain(int number, String kind, Verdict verdict) {
        row("chain", number, null, null, kind, null, Verdicts.words(verdict));
    }

    private void row(@Nullable Object... cells) {
        var all = Stream.concat(Stream.of(cells), Stream.generate(() -> "")).limit(10);
        text.add(all.map(CsvWriter::cell).collect(joining(",", "", "\r\n")));
    }

    private static String cell(@Nullable Object value) {
        var plain = value == null ? "" : Text.honest(value.toString());
        var harmless = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        return TO_QUOTE.matcher(harmless).find() ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
