package dev.coalmine.storage.storms;

import static java.util.Objects.requireNonNull;

import dev.coalmine.storage.rules.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Much that failed at once, heard as one thing; what became of it, and what people said that it was. */
@Entity
@Table(name = "storm")
public class Storm extends AbstractAggregateRoot<Storm> {

    /** What it is taken for. */
    public enum Kind {
        /** Much of one kind fails. */
        STORM,
        /** What fails shares nothing but what it runs on. */
        CANARY,
        /** As on earlier days, when it never was anything; nobody is told. */
        NOTICE
    }

    /** What a person said that it is. */
    public enum Verdict {
        /** Planned: its sources raise nothing until then. */
        EXPECTED,
        NOT_A_STORM,
        REAL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long number;

    @Version
    private long version;

    @Nullable
    private Integer heardAs;

    @Nullable
    private Long incident;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.STORM;

    private Instant openedAt = Instant.EPOCH;

    private Instant firstAt = Instant.EPOCH;

    @Nullable
    private Instant endedAt;

    private int failures;

    private int held;

    private String explanation = "";

    private String drawnFrom = "";

    @Enumerated(EnumType.STRING)
    @Nullable
    private Verdict verdict;

    @Nullable
    private String verdictBy;

    @Nullable
    private Instant verdictUntil;

    protected Storm() {}

    /** @param heardAs the number by which the detector knows it */
    public Storm(int heardAs, Instant openedAt) {
        this.heardAs = heardAs;
        this.openedAt = openedAt;
    }

    /** It has this incident. */
    public void opensIn(long itsIncident) {
        incident = itsIncident;
    }

    /**
     * What is known of it now.
     *
     * @param words all of it in words, as mark-up
     * @param picture all of it for drawing, as JSON
     */
    public void stands(Kind now, Instant first, int failuresNow, String words, String picture) {
        kind = now;
        firstAt = first;
        failures = failuresNow;
        explanation = words;
        drawnFrom = picture;
    }

    /** It is over. */
    public void end(Instant at) {
        endedAt = endedAt == null ? at : endedAt;
    }

    /** It had ended, and goes on. */
    public void comesBack() {
        endedAt = null;
    }

    /** The detector has forgotten it, or knows it by another number. */
    public void isHeardAs(@Nullable Integer now) {
        heardAs = now;
    }

    /** One more alert was told here instead of in a channel of its own. */
    public void holds(int more) {
        held += more;
    }

    /**
     * A person says what it is.
     *
     * @param until for what is expected: until when
     */
    public void judge(Verdict what, String by, @Nullable Instant until, Instant at) {
        if (verdict == what && what != Verdict.EXPECTED) {
            throw new Refused("Somebody has said that already: <@%s>.".formatted(verdictBy));
        }
        if (endedAt != null && what == Verdict.EXPECTED) {
            throw new Refused("That storm is over; there is nothing to expect of it any more.");
        }
        verdict = what;
        verdictBy = by;
        verdictUntil = until;
        if (what != Verdict.REAL) {
            end(at);
        }
        if (incident != null) {
            registerEvent(new StormJudged(incident, number(), at, by, what, until));
        }
    }

    public long number() {
        return requireNonNull(number, "not saved yet");
    }

    /** The number by which the detector knows it; empty once it has forgotten it. */
    public Optional<Integer> heardAs() {
        return Optional.ofNullable(heardAs);
    }

    /** Its incident's number; empty for a notice, and for what was only heard afterwards. */
    public Optional<Long> incident() {
        return Optional.ofNullable(incident);
    }

    public Kind kind() {
        return kind;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When its first failure happened, by the sender's clock. */
    public Instant firstAt() {
        return firstAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public boolean open() {
        return endedAt == null;
    }

    /** Distinct failures. */
    public int failures() {
        return failures;
    }

    /** Alerts that were told here instead of in a channel of their own. */
    public int held() {
        return held;
    }

    /** What is known of it in words, as mark-up. */
    public String explanation() {
        return explanation;
    }

    /** What is known of it for drawing, as JSON. */
    public String drawnFrom() {
        return drawnFrom;
    }

    public Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    public Optional<String> verdictBy() {
        return Optional.ofNullable(verdictBy);
    }

    public Optional<Instant> verdictUntil() {
        return Optional.ofNullable(verdictUntil);
    }
}
