package dev.coalmine.storage.hypotheses;

import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be looked at or tried, and what each hypothesis would have it show. It is an idea until it is given to
 * somebody with a time, and it has one result.
 */
@Entity
@Table(name = "hypothesis_test")
public class HypothesisTest {

    /** What may come of trying it; the safest comes first. */
    public enum Risk {
        READ_ONLY("read-only"),
        REVERSIBLE("reversible"),
        RISKY("risky");

        private final String label;

        Risk(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What was seen. */
    public enum Outcome {
        SEEN("seen"),
        NOT_SEEN("not seen"),
        UNCLEAR("unclear");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long incident;
    private int number;
    private String words = "";

    @Enumerated(EnumType.STRING)
    private Risk risk = Risk.READ_ONLY;

    @Nullable
    private Integer minutes;

    @Nullable
    private Integer hypothesis;

    @Nullable
    private String owner;

    @Nullable
    private String givenBy;

    @Nullable
    private Instant givenAt;

    @Nullable
    private Instant dueAt;

    private int asked;

    @Nullable
    private Instant askAt;

    private Instant recordedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Outcome outcome;

    @Nullable
    private String found;

    @Nullable
    private String foundBy;

    @Nullable
    private Instant foundAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "hypothesis_prediction", joinColumns = @JoinColumn(name = "test"))
    private List<Prediction> predictions = new ArrayList<>();

    protected HypothesisTest() {}

    /**
     * Something that could be tried.
     *
     * @param number counts from 1 within the incident
     * @param words mark-up: what to do, and what would be seen
     * @param minutes how long it takes, if anybody knows
     */
    public HypothesisTest(
            long incident, int number, String words, Risk risk, @Nullable Integer minutes, Instant recordedAt) {
        this.incident = incident;
        this.number = number;
        this.words = Markup.clip(Markup.storable(words.strip()), Hypothesis.LONGEST);
        this.risk = risk;
        this.minutes = minutes;
        this.recordedAt = recordedAt;
    }

    /** What a hypothesis would have it show, in place of what was said before. */
    public void predict(int itsHypothesis, Expects expects) {
        mustBeOpen();
        predictions.removeIf(it -> it.hypothesis() == itsHypothesis);
        predictions.add(new Prediction(itsHypothesis, expects));
    }

    /** Gives it to somebody, for a hypothesis that it could contradict. */
    public void give(int itsHypothesis, String person, String by, Instant due, Instant at) {
        mustBeOpen();
        hypothesis = itsHypothesis;
        owner = person;
        givenBy = by;
        givenAt = at;
        dueAt = due;
        askAt = due;
        asked = 0;
    }

    /** The owner, or later the commander, was asked how it goes; nobody is asked a third time. */
    public void ask(Duration again, Instant at) {
        asked++;
        askAt = asked == 1 ? at.plus(again) : null;
    }

    /** It has a result. */
    public void finish(Outcome seen, String words, String by, Instant at) {
        mustBeOpen();
        outcome = seen;
        found = Markup.clip(Markup.storable(words.strip()), Hypothesis.LONGEST);
        foundBy = by;
        foundAt = at;
        askAt = null;
    }

    /** Nobody waits for it any more. */
    public void stopAsking() {
        askAt = null;
    }

    private void mustBeOpen() {
        if (outcome != null) {
            throw new Refused("%s has its result already: %s. Give another test.".formatted(name(), outcome.label()));
        }
    }

    /** As people call it: {@code T1}. */
    public String name() {
        return "T" + number;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }

    public Risk risk() {
        return risk;
    }

    public Optional<Integer> minutes() {
        return Optional.ofNullable(minutes);
    }

    /** The number of the hypothesis for which it was given to somebody. */
    public Optional<Integer> hypothesis() {
        return Optional.ofNullable(hypothesis);
    }

    /** Slack id of who does it; empty while it is only an idea. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    public Optional<String> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    public Optional<Instant> givenAt() {
        return Optional.ofNullable(givenAt);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** When it was thought of. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** How often somebody was asked for its result. */
    public int asked() {
        return asked;
    }

    /** When somebody is to be asked for its result. */
    public Optional<Instant> askAt() {
        return Optional.ofNullable(askAt);
    }

    public boolean open() {
        return outcome == null;
    }

    /** Whether somebody is at it. */
    public boolean running() {
        return open() && owner != null;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** What was found, in words. */
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    public Optional<String> foundBy() {
        return Optional.ofNullable(foundBy);
    }

    public Optional<Instant> foundAt() {
        return Optional.ofNullable(foundAt);
    }

    public List<Prediction> predictions() {
        return List.copyOf(predictions);
    }

    public Optional<Expects> predictionOf(int itsHypothesis) {
        return predictions.stream()
                .filter(it -> it.hypothesis() == itsHypothesis)
                .map(Prediction::expects)
                .findFirst();
    }
}
