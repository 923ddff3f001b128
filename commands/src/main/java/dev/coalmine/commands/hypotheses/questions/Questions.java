package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.HypothesisSettings;
import dev.coalmine.commands.hypotheses.inquiry.BestTest;
import dev.coalmine.commands.prompts.Question;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All questions that may fit, the most useful first. Each is asked once, of each hypothesis it is about. */
@Component
class Questions {

    private final QuestionSettings settings;
    private final HypothesisSettings limits;

    Questions(QuestionSettings settings, HypothesisSettings limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /** Those that fit now, the most useful first. */
    Stream<Question> fitting(Situation it) {
        return Stream.<Function<Situation, Optional<Question>>>of(
                        this::symptoms,
                        this::firstHypothesis,
                        this::alone,
                        this::bestTest,
                        this::split,
                        this::crowded,
                        this::whoChangedWhat,
                        this::untilNow,
                        this::whereElse,
                        this::dullThings)
                .flatMap(question -> question.apply(it).stream());
    }

    private Optional<Question> symptoms(Situation it) {
        return Optional.of(channel("symptoms", null, Map.of(), choice("Write them down", "hyp symptoms")))
                .filter(_ -> it.inquiry().symptoms().isEmpty());
    }

    private Optional<Question> firstHypothesis(Situation it) {
        return only(it).filter(_ -> it.inquiry().hypotheses().size() == 1)
                .map(first -> new Question(
                        "first-hypothesis",
                        first.number(),
                        null,
                        Workspace.board(it.number()),
                        Map.of("hypothesis", first.name()),
                        List.of(choice("Add another", "hyp add"))));
    }

    /** The commander is asked, and not whose idea it is. */
    private Optional<Question> alone(Situation it) {
        return only(it).filter(h -> !it.inquiry().tested(h.number()) && old(h, it))
                .flatMap(h -> commander(
                        it,
                        "alone",
                        h.number(),
                        Map.of(
                                "hypothesis",
                                h.name(),
                                "statement",
                                h.statement(),
                                "minutes",
                                minutes(Duration.between(h.recordedAt(), it.now()))),
                        choice("Give a test", "hyp test " + h.name()),
                        choice("Add another", "hyp add")));
    }

    private static Optional<Hypothesis> only(Situation it) {
        return it.leading().filter(_ -> it.inquiry().live().size() == 1);
    }

    private boolean old(Hypothesis hypothesis, Situation it) {
        return !it.now().isBefore(hypothesis.recordedAt().plus(settings.aloneFor()));
    }

    private Optional<Question> bestTest(Situation it) {
        return BestTest.of(it.inquiry())
                .filter(_ -> it.inquiry().tests().stream().noneMatch(HypothesisTest::running))
                .flatMap(best -> commander(
                        it,
                        "best-test",
                        best.test().number(),
                        Map.of(
                                "test", best.test().name(),
                                "hypothesis", best.first().name(),
                                "other", best.second().name(),
                                "what", best.test().words(),
                                "reason", best.reason()),
                        choice("Give it to somebody", "hyp test " + best.test().name())));
    }

    private Optional<Question> split(Situation it) {
        return it.leading()
                .filter(_ -> it.responders() >= settings.splitFrom() && !it.falsified())
                .map(h -> channel(
                        "split",
                        null,
                        Map.of("hypothesis", h.name()),
                        choice("I try to prove it wrong", "role falsifier"),
                        choice("I prepare the remedy", "role planner")));
    }

    private Optional<Question> crowded(Situation it) {
        var live = it.inquiry().live().size();
        return live > limits.most()
                ? commander(
                        it,
                        "crowded",
                        null,
                        Map.of("number", String.valueOf(live)),
                        choice("Park one", "hyp park"),
                        choice("Merge two", "hyp merge"))
                : Optional.empty();
    }

    private Optional<Question> whoChangedWhat(Situation it) {
        var known = it.inquiry().symptoms().changed() != null
                || it.inquiry().evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.CHANGE);
        return standing(it, "who-changed-what", settings.changesAfter()).filter(_ -> !known);
    }

    /** Of what has led for long without a word against it. */
    private Optional<Question> untilNow(Situation it) {
        return it.leading()
                .filter(h -> it.ledFor().compareTo(settings.ledFor()) >= 0
                        && it.inquiry().score(h).against() == 0)
                .map(h -> channel(
                        "until-now",
                        h.number(),
                        Map.of("hypothesis", h.name(), "statement", h.statement(), "minutes", minutes(it.ledFor())),
                        choice("Add evidence", "hyp evidence"),
                        choice("Add another", "hyp add")));
    }

    private Optional<Question> whereElse(Situation it) {
        return standing(it, "where-else", settings.elsewhereAfter())
                .filter(_ -> it.inquiry().symptoms().unaffected() == null);
    }

    private Optional<Question> dullThings(Situation it) {
        return standing(it, "dull-things", settings.dullAfter());
    }

    private static Optional<Question> standing(Situation it, String name, Duration after) {
        return it.age().compareTo(after) >= 0
                ? Optional.of(channel(
                        name,
                        null,
                        Map.of(),
                        choice("Write it down", "hyp evidence"),
                        choice("Add hypothesis", "hyp add")))
                : Optional.empty();
    }

    private static Optional<Question> commander(
            Situation it, String name, @Nullable Integer subject, Map<String, String> with, Errand.Choice... choices) {
        return it.commander().map(who -> new Question(name, subject, who, null, with, List.of(choices)));
    }

    private static Question channel(
            String name, @Nullable Integer subject, Map<String, String> with, Errand.Choice... choices) {
        return new Question(name, subject, null, null, with, List.of(choices));
    }

    private static Errand.Choice choice(String label, String line) {
        return new Errand.Choice(label, line);
    }

    private static String minutes(Duration time) {
        return String.valueOf(time.toMinutes());
    }
}
