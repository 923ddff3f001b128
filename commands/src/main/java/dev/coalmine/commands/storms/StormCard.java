package dev.coalmine.commands.storms;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.commands.storms.detector.StormView.Fine;
import dev.coalmine.commands.storms.detector.StormView.Leading;
import dev.coalmine.commands.storms.detector.StormView.Member;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.Storms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people see of a storm at a glance, drawn from the record and edited in place. */
@Component
public class StormCard {

    private static final int MOST_NAMES = 10;
    private static final double YEAR = 365;

    private final Storms storms;
    private final StormRecord record;

    StormCard(Storms storms, StormRecord record) {
        this.storms = storms;
        this.record = record;
    }

    /**
     * A card.
     *
     * @param line for notifications that cannot show blocks
     */
    public record Drawing(String line, List<LayoutBlock> blocks) {}

    @Transactional(readOnly = true)
    public Drawing draw(long number) {
        var storm = storms.findById(number).orElseThrow();
        var view = record.view(storm);
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.header(headline(storm, view)));
        blocks.add(Blocks.section(String.join("\n", facts(view))));
        var hypothesis = StormWords.hypothesis(view);
        if (storm.open() && !hypothesis.isEmpty()) {
            blocks.add(Blocks.section(
                    "*Hypothesis*: %s\n*It is wrong if* %s".formatted(hypothesis.getFirst(), hypothesis.getLast())));
        }
        blocks.add(Blocks.context(state(storm)));
        if (storm.incident().isPresent() && (storm.open() || storm.held() > 0)) {
            blocks.add(Blocks.actions("storm", buttons(storm, view)));
        }
        return new Drawing(headline(storm, view), blocks);
    }

    private static String headline(Storm storm, StormView view) {
        var what =
                switch (view.kind()) {
                    case CANARY -> "Canary: something shared is failing";
                    case STORM -> "Storm";
                    case NOTICE -> "As on earlier days";
                };
        return "%s · %d failures in %s, usual %s%s"
                .formatted(what, view.failures(), length(view), number(view.usual()), storm.open() ? "" : " · over");
    }

    private static List<String> facts(StormView view) {
        var facts = new ArrayList<String>();
        facts.add("*Since* %s. By chance: %s.".formatted(Shown.time(at(view.first())), chance(view.expectedDays())));
        facts.add("*Failing*: " + failing(view));
        if (view.text() != null) {
            facts.add("*They say* (%d of %d): `%s`%s"
                    .formatted(
                            view.saying(),
                            view.failures(),
                            code(view.text()),
                            view.newText() ? ", hardly ever seen before" : ""));
        }
        if (view.leading() != null) {
            facts.add("*What sets them apart*: " + leading(view.leading()));
        }
        if (!StormWords.alerts(view)) {
            facts.add("*Not failing*: " + fine(view.fine()));
            facts.add("*By hand*: " + byHand(view));
        }
        return facts;
    }

    private static String failing(StormView view) {
        var shown =
                view.members().stream().limit(MOST_NAMES).map(StormCard::member).collect(Collectors.joining(" · "));
        var more = view.members().size() - MOST_NAMES;
        return more > 0 ? shown + " and %d more".formatted(more) : shown;
    }

    private static String member(Member member) {
        var well = member.alerts() || member.succeeded() == 0 ? "" : ", %d well".formatted(member.succeeded());
        return "`%s`%s %d%s"
                .formatted(code(member.source()), member.byHand() ? " by hand" : "", member.failures(), well);
    }

    private static String leading(Leading leading) {
        return "`%s` is `%s` in %.0f %%, usually in %.0f %%"
                .formatted(
                        code(leading.name()), code(leading.value()), 100 * leading.share(), 100 * leading.usualShare());
    }

    private static String fine(List<Fine> fine) {
        return fine.isEmpty()
                ? "nothing that was launched since"
                : fine.stream()
                        .limit(MOST_NAMES)
                        .map(it -> "`%s` (%d well)".formatted(code(it.source()), it.succeeded()))
                        .collect(Collectors.joining(" · "));
    }

    private static String byHand(StormView view) {
        var counts = "%d of %d failed, usually %.0f %%"
                .formatted(view.manual(), view.manual() + view.manualSucceeded(), 100 * view.usualManualShare());
        return switch (view.witness()) {
            case SHARED -> counts + ": *a shared dependency*";
            case AUTOMATION_ONLY -> counts + ": *the automation only*";
            case TOO_FEW -> "too few to tell (%d failed, %d well)".formatted(view.manual(), view.manualSucceeded());
            case NONE -> "nobody";
        };
    }

    private static String state(Storm storm) {
        var parts = new ArrayList<String>();
        parts.add("Storm %d".formatted(storm.number()));
        parts.add(storm.endedAt().map(it -> "over since " + Shown.time(it)).orElse("goes on"));
        if (storm.held() > 0) {
            parts.add("%d alerts got no channel of their own".formatted(storm.held()));
        }
        storm.verdict().ifPresent(it -> parts.add(verdict(storm, it)));
        return String.join("  ·  ", parts);
    }

    static String verdict(Storm storm, Storm.Verdict verdict) {
        var who = storm.verdictBy().map(Markup::person).orElse("somebody");
        return switch (verdict) {
            case EXPECTED ->
                "expected until %s, says %s"
                        .formatted(storm.verdictUntil().map(Shown::time).orElse("its end"), who);
            case NOT_A_STORM -> "not a storm, says " + who;
            case REAL -> "real, says " + who;
        };
    }

    private static List<BlockElement> buttons(Storm storm, StormView view) {
        var prefix = "#%d storms ".formatted(storm.incident().orElseThrow());
        var buttons = new ArrayList<BlockElement>();
        if (storm.open()) {
            buttons.add(Blocks.button("Expected until…", prefix + "expected " + storm.number()));
            buttons.add(Blocks.button("Not a storm", prefix + "not " + storm.number()));
            if (view.members().size() > 1) {
                buttons.add(Blocks.button("Split…", prefix + "split " + storm.number()));
            }
            if (view.kind() == StormEvent.Kind.CANARY && storm.verdict().isEmpty()) {
                buttons.add(Blocks.button("It is real", prefix + "real " + storm.number()));
            }
        }
        var hypothesis = StormWords.hypothesis(view);
        if (storm.open() && !hypothesis.isEmpty()) {
            buttons.add(Blocks.button(
                    "Add as hypothesis",
                    "#%d hyp add %s wrong if %s"
                            .formatted(storm.incident().orElseThrow(), hypothesis.getFirst(), hypothesis.getLast())));
        }
        if (storm.held() > 0) {
            buttons.add(Blocks.button("Held back: " + storm.held(), prefix + "held " + storm.number()));
        }
        return buttons;
    }

    private static String chance(double days) {
        return days >= YEAR ? "less than once a year" : "once in %.0f days".formatted(Math.max(1, days));
    }

    private static String length(StormView view) {
        return Math.max(1, Math.round((view.latest() - view.first()) / 60_000.0)) + " min";
    }

    private static String number(double value) {
        if (value < 0.1) {
            return "below 0.1";
        }
        return value >= 10 ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Text between back quotes, which end at the next one. */
    private static String code(String text) {
        return Markup.escape(text.replace('`', '\'').replace('\n', ' '));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
