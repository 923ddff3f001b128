package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.hypotheses.inquiry.BestTest;
import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.prompts.PromptTexts;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of an incident as people see it: one message, edited in place. Hypotheses are its rows, those with the
 * fewest contradictions first; it shows counts, never how likely anything is.
 */
@Component
public class Board {

    // Six blocks for all else, and two for each hypothesis, stay below Slack's fifty.
    private static final int MOST_LIVE = 15;
    private static final int MOST_EVIDENCE = 10;
    private static final int MOST_FOLDED = 8;
    private static final int STATEMENT = 300;
    private static final int LINE = 160;

    private final Ledger ledger;
    private final Incidents incidents;
    private final PromptTexts texts;
    private final Clock clock;

    Board(Ledger ledger, Incidents incidents, PromptTexts texts, Clock clock) {
        this.ledger = ledger;
        this.incidents = incidents;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A board.
     *
     * @param line for notifications that cannot show blocks
     */
    public record Drawing(String line, List<LayoutBlock> blocks) {}

    @Transactional(readOnly = true)
    public Drawing draw(long incident) {
        var inquiry = ledger.of(incident);
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.header("What we think, and what would prove it wrong"));
        var symptoms = SymptomLines.of(inquiry.symptoms());
        if (!symptoms.isEmpty()) {
            blocks.add(Blocks.section("*Symptoms* " + String.join(" · ", clipped(symptoms))));
        }
        var live = inquiry.live();
        live.stream().limit(MOST_LIVE).forEach(it -> blocks.add(Blocks.section(row(inquiry, it))));
        if (live.isEmpty()) {
            blocks.add(Blocks.section("_Nobody has said yet what they think is wrong._"));
        } else if (live.size() > MOST_LIVE) {
            blocks.add(Blocks.context("… and %d more: `/incident hyp H…`".formatted(live.size() - MOST_LIVE)));
        }
        afterMitigation(incident, inquiry).ifPresent(blocks::addAll);
        evidence(inquiry).ifPresent(it -> blocks.add(Blocks.section(it)));
        best(inquiry).ifPresent(it -> blocks.add(Blocks.section(it)));
        plans(inquiry).ifPresent(it -> blocks.add(Blocks.section(it)));
        folded(inquiry).ifPresent(it -> blocks.add(Blocks.context(it)));
        blocks.add(Blocks.actions("board", buttons("#%d hyp ".formatted(incident), inquiry)));
        return new Drawing(line(inquiry), blocks);
    }

    /**
     * Whether the symptom stopped when what leads had said so: asked here, where it interrupts nobody, until somebody has
     * answered.
     */
    private Optional<List<LayoutBlock>> afterMitigation(long incident, Inquiry inquiry) {
        var mitigated = incidents
                .findById(incident)
                .filter(it -> it.stage() == Stage.MITIGATED && texts.has("mitigated"))
                .isPresent();
        var answered = inquiry.evidence().stream().anyMatch(it -> it.kind() == Evidence.Kind.EFFECT);
        return inquiry.leading().filter(_ -> mitigated && !answered).map(it -> {
            var line = "#%d hyp effect %s ".formatted(incident, it.name());
            return List.of(
                    Blocks.section(texts.of("mitigated", Map.of("hypothesis", it.name()))),
                    Blocks.actions(
                            "mitigated",
                            List.of(
                                    Blocks.button("As predicted", line + "as-predicted"),
                                    Blocks.button("Otherwise", line + "otherwise"),
                                    Blocks.button("It did not stop", line + "not"))));
        });
    }

    private static List<String> clipped(List<String> lines) {
        return lines.stream().map(it -> Markup.clip(it, STATEMENT)).toList();
    }

    private static String line(Inquiry inquiry) {
        var believed = Believed.now(inquiry);
        return believed.isEmpty() ? "What do we think is wrong?" : believed;
    }

    private String row(Inquiry inquiry, Hypothesis it) {
        var lines = new ArrayList<String>();
        lines.add("*%s* %s".formatted(it.name(), Markup.clip(it.statement(), STATEMENT)));
        lines.add("_%s_ · %s".formatted(it.state().label(), counts(inquiry, it)));
        it.wrongIf().ifPresent(seen -> lines.add("_wrong if_ " + Markup.clip(seen, LINE)));
        lines.add(next(inquiry, it));
        return String.join("\n", lines);
    }

    static String counts(Inquiry inquiry, Hypothesis it) {
        var score = inquiry.score(it);
        var counts = new ArrayList<String>();
        counts.add("*%d against*".formatted(score.against()));
        counts.add("%d for".formatted(score.inFavour()));
        counts.add("%d untested".formatted(score.untested()));
        if (score.unseen() > 0) {
            counts.add("%d not looked for, or not visible".formatted(score.unseen()));
        }
        return String.join(" · ", counts);
    }

    private String next(Inquiry inquiry, Hypothesis it) {
        return inquiry.next(it.number())
                .map(test -> "Next: %s by %s, due %s%s: %s"
                        .formatted(
                                test.name(),
                                test.owner().map(Markup::person).orElse("nobody"),
                                test.dueAt().map(Shown::time).orElse("some time"),
                                overdue(test) ? " *(overdue)*" : "",
                                Markup.clip(test.words(), LINE)))
                .orElse(
                        it.wrongIf().isEmpty()
                                ? "_Nobody has said what would prove it wrong._"
                                : "_Nobody is testing it._");
    }

    private boolean overdue(HypothesisTest test) {
        return test.dueAt().filter(it -> it.isBefore(clock.instant())).isPresent();
    }

    /** What tells the live ones apart, best first; the rest only in numbers. */
    private static Optional<String> evidence(Inquiry inquiry) {
        if (inquiry.evidence().isEmpty()) {
            return Optional.empty();
        }
        var telling = inquiry.telling();
        var lines = new ArrayList<String>();
        lines.add("*Evidence*");
        telling.stream().limit(MOST_EVIDENCE).map(it -> line(inquiry, it)).forEach(lines::add);
        if (telling.size() > MOST_EVIDENCE) {
            lines.add("… and %d more that tell them apart".formatted(telling.size() - MOST_EVIDENCE));
        }
        silent(inquiry).ifPresent(lines::add);
        return Optional.of(String.join("\n", lines));
    }

    private static String line(Inquiry inquiry, Evidence piece) {
        return "*%s* %s — %s"
                .formatted(
                        piece.name(), Markup.clip(piece.words().replaceAll("\\s+", " "), LINE), cells(inquiry, piece));
    }

    private static String cells(Inquiry inquiry, Evidence piece) {
        return inquiry.live().stream().flatMap(it -> cell(it, piece).stream()).collect(Collectors.joining(" · "));
    }

    private static Optional<String> cell(Hypothesis it, Evidence piece) {
        return piece.saysOf(it.number()).map(says -> "%s %s%s"
                .formatted(it.name(), sign(says), piece.disputed(it.number()) ? " " + dispute(it, piece) : ""));
    }

    static String sign(Says says) {
        return switch (says) {
            case STRONGLY_AGAINST -> "✗✗";
            case AGAINST -> "✗";
            case NEUTRAL -> "0";
            case FOR -> "✓";
            case NOT_APPLICABLE -> "n/a";
        };
    }

    /** Often the best next conversation. */
    private static String dispute(Hypothesis it, Evidence piece) {
        return piece.of(it.number()).stream()
                .map(rating -> "%s %s".formatted(Markup.person(rating.rater()), sign(rating.says())))
                .collect(Collectors.joining(", ", "(⚖ ", ")"));
    }

    private static Optional<String> silent(Inquiry inquiry) {
        var silent = inquiry.silent();
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        var names = silent.stream().limit(MOST_EVIDENCE).map(Evidence::name).collect(Collectors.joining(", "));
        var disputed = silent.stream()
                .flatMap(piece -> inquiry.live().stream()
                        .filter(it -> piece.disputed(it.number()))
                        .map(it -> "%s on %s %s".formatted(piece.name(), it.name(), dispute(it, piece))))
                .collect(Collectors.joining("; "));
        return Optional.of("_%d %s (%s): %s_%s"
                .formatted(
                        silent.size(),
                        silent.size() == 1 ? "item" : "items",
                        names,
                        apart(inquiry),
                        disputed.isEmpty() ? "" : " " + disputed));
    }

    private static String apart(Inquiry inquiry) {
        var live = inquiry.live();
        return live.size() < 2
                ? "nothing to tell apart"
                : "none tells %s from %s"
                        .formatted(live.get(0).name(), live.get(1).name());
    }

    private static Optional<String> best(Inquiry inquiry) {
        return BestTest.of(inquiry).map(it -> "*Best next test* " + NextTest.words(it));
    }

    private static Optional<String> plans(Inquiry inquiry) {
        if (inquiry.plans().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(inquiry.plans().reversed().stream()
                .limit(3)
                .map(it -> "*Remedy %s* %s%s"
                        .formatted(
                                it.name(),
                                Markup.clip(it.words(), LINE),
                                PlanWarning.of(it, inquiry).map(" — "::concat).orElse("")))
                .collect(Collectors.joining("\n")));
    }

    /** What is out of the way for now, in small print. */
    private static Optional<String> folded(Inquiry inquiry) {
        var folded = inquiry.hypotheses().stream().filter(it -> !it.live()).toList();
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        var lines =
                folded.reversed().stream().limit(MOST_FOLDED).map(Board::fold).collect(Collectors.joining("\n"));
        return Optional.of(
                folded.size() > MOST_FOLDED ? lines + "\n… and %d more".formatted(folded.size() - MOST_FOLDED) : lines);
    }

    static String fold(Hypothesis it) {
        return "%s ~%s~ %s%s%s"
                .formatted(
                        it.name(),
                        Believed.brief(it.statement()),
                        it.state().label(),
                        it.ruledOutBy().map(" by E%d"::formatted).orElse("")
                                + it.goesOnAs().map(" into H%d"::formatted).orElse(""),
                        it.reason().map(why -> ": " + Markup.clip(why, LINE)).orElse(""));
    }

    private static List<BlockElement> buttons(String line, Inquiry inquiry) {
        var buttons = new ArrayList<BlockElement>();
        buttons.add(Blocks.button("Add hypothesis", line + "add", inquiry.live().isEmpty() ? "primary" : null));
        if (inquiry.live().isEmpty()) {
            buttons.add(Blocks.button("Symptoms", line + "symptoms"));
            return buttons;
        }
        buttons.add(Blocks.button("Add evidence", line + "evidence"));
        buttons.add(Blocks.button("Not seen…", line + "absence"));
        buttons.add(Blocks.button("Give a test", line + "test"));
        if (inquiry.tests().stream().anyMatch(HypothesisTest::open)) {
            buttons.add(Blocks.button("Result", line + "result"));
        }
        buttons.add(Blocks.menu("hyp", "More", more(line)));
        return buttons;
    }

    private static List<OptionObject> more(String line) {
        return List.of(
                Blocks.option("Rule out…", line + "ruleout"),
                Blocks.option("Accept for action…", line + "accept"),
                Blocks.option("Park…", line + "park"),
                Blocks.option("Merge…", line + "merge"),
                Blocks.option("Revise…", line + "supersede"),
                Blocks.option("Reopen…", line + "reopen"),
                Blocks.option("Predict…", line + "predict"),
                Blocks.option("Symptoms…", line + "symptoms"),
                Blocks.option("Remedy…", line + "plan"),
                Blocks.option("As a picture", line + "picture"));
    }
}
