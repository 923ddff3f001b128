package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.limits.Limits;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the forms of the register have in common: menus of what stands in it. */
final class Fields {

    static final String HYPOTHESIS = "hypothesis";
    static final String EVIDENCE = "evidence";
    static final String TEST = "test";

    private Fields() {}

    static LayoutBlock hypothesis(String id, String label, List<Hypothesis> all, @Nullable Integer chosen) {
        return menu(id, label, all, it -> option(it.name(), it.statement(), it.number()), chosen);
    }

    static LayoutBlock evidence(String label, List<Evidence> all, @Nullable Integer chosen) {
        return menu(EVIDENCE, label, all, it -> option(it.name(), it.words(), it.number()), chosen);
    }

    static LayoutBlock test(String label, List<HypothesisTest> all, @Nullable Integer chosen) {
        return menu(TEST, label, all, it -> option(it.name(), it.words(), it.number()), chosen);
    }

    /** Slack takes no menu without options, so an empty one says so. */
    private static <T> LayoutBlock menu(
            String id, String label, List<T> all, Function<T, OptionObject> option, @Nullable Integer chosen) {
        if (all.isEmpty()) {
            return Blocks.section("_%s There is none yet._".formatted(label));
        }
        return Blocks.choice(
                id,
                label,
                "choose one",
                all.reversed().stream().limit(Limits.OPTIONS).map(option).toList(),
                chosen == null ? null : String.valueOf(chosen));
    }

    private static OptionObject option(String name, String markup, int number) {
        return Blocks.option(
                "%s %s".formatted(name, Markup.plain(markup).replaceAll("\\s+", " ")), String.valueOf(number));
    }

    /** A menu of the constants of a type. */
    static <E extends Enum<E>> LayoutBlock constants(
            String id, String label, String otherwise, List<E> all, Function<E, String> labels) {
        return Blocks.choice(
                id,
                label,
                otherwise,
                all.stream()
                        .map(it -> Blocks.option(labels.apply(it), it.name()))
                        .toList());
    }

    static LayoutBlock yesOrNo(String id, String label, String otherwise) {
        return Blocks.choice(
                id,
                label,
                otherwise,
                Stream.of("yes", "no").map(it -> Blocks.option(it, it)).toList());
    }

    /** The number that was chosen in one of these menus. */
    static Optional<Integer> number(Submission form, String id) {
        return form.value(id).filter(it -> it.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    /**
     * The number that stands behind the incident's in what a form remembers.
     *
     * @throws dev.coalmine.storage.rules.Refused if there is none
     */
    static int remembered(Submission form) {
        if (!form.about(1).matches("\\d{1,6}")) {
            throw form.outdated();
        }
        return Integer.parseInt(form.about(1));
    }
}
