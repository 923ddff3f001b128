package dev.coalmine.storage.hypotheses;

import dev.coalmine.storage.rules.Markup;
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

/** One explanation that somebody has for what is wrong. It is never confirmed; it is ruled out, or it is still there. */
@Entity
@Table(name = "hypothesis")
public class Hypothesis {

    /** What a statement, a reason or any other line about a hypothesis is cut to. */
    public static final int LONGEST = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long incident;
    private int number;
    private String statement = "";

    @Nullable
    private String wrongIf;

    @Nullable
    private String author;

    @Nullable
    private String link;

    private Instant proposedAt = Instant.EPOCH;
    private Instant recordedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private State state = State.PROPOSED;

    @Nullable
    private String decidedBy;

    @Nullable
    private Instant decidedAt;

    @Nullable
    private String reason;

    @Nullable
    private Integer ruledOutBy;

    @Nullable
    private Integer goesOnAs;

    @Nullable
    private Instant askAt;

    private int explained;

    protected Hypothesis() {}

    /**
     * Somebody thinks that this may be it.
     *
     * @param number counts from 1 within the incident
     * @param statement mark-up: a mechanism, and what it lets one see
     * @param wrongIf what would be seen if it were wrong; null while nobody has said
     * @param author Slack id of whose idea it is
     * @param proposedAt when they had it, which may be before it was written down
     */
    public Hypothesis(
            long incident,
            int number,
            String statement,
            @Nullable String wrongIf,
            @Nullable String author,
            @Nullable String link,
            Instant proposedAt,
            Instant recordedAt) {
        this.incident = incident;
        this.number = number;
        this.statement = clip(statement);
        this.wrongIf = wrongIf == null ? null : clip(wrongIf);
        this.author = author;
        this.link = link;
        this.proposedAt = proposedAt;
        this.recordedAt = recordedAt;
    }

    /** What would be seen if it were wrong, as somebody sees it now. */
    public void isWrongIf(String seen) {
        mustBeLive("say what would prove it wrong");
        wrongIf = clip(seen);
    }

    /**
     * What tests and evidence make of it. What people have decided to act on stays accepted whatever comes in.
     *
     * @return whether that changed anything
     */
    public boolean stands(State now) {
        if (!state.live() || state == State.ACCEPTED || state == now) {
            return false;
        }
        state = now;
        return true;
    }

    /** It cannot be, because of that evidence; evidence in an incident is fallible, so it can be reopened. */
    public void ruleOut(int evidence, String why, String by, Instant at) {
        if (state == State.RULED_OUT) {
            throw new Refused("%s is ruled out already, by E%d.".formatted(name(), ruledOutBy));
        }
        mustBeLive("rule it out");
        decide(State.RULED_OUT, why, by, at);
        ruledOutBy = evidence;
    }

    /** It may be after all. */
    public void reopen(@Nullable String why, String by, Instant at) {
        if (state != State.RULED_OUT && state != State.PARKED && state != State.ACCEPTED) {
            throw new Refused("%s is %s; there is nothing to reopen.".formatted(name(), state.label()));
        }
        decide(State.PROPOSED, why, by, at);
        ruledOutBy = null;
    }

    /**
     * People act as if it were so.
     *
     * @param seenIfWrong what would be seen if it were wrong
     * @param askAgain when to ask whether that was seen
     */
    public void accept(String why, String seenIfWrong, Instant askAgain, String by, Instant at) {
        if (state == State.ACCEPTED) {
            throw new Refused("%s is accepted for action already, by %s."
                    .formatted(name(), Markup.person(String.valueOf(decidedBy))));
        }
        mustBeLive("act on it");
        decide(State.ACCEPTED, why, by, at);
        wrongIf = clip(seenIfWrong);
        askAt = askAgain;
    }

    /** Nobody looks into it for now. */
    public void park(@Nullable String why, String by, Instant at) {
        mustBeLive("park it");
        decide(State.PARKED, why, by, at);
    }

    /** It says the same as another. */
    public void mergeInto(Hypothesis other, String by, Instant at) {
        goOnAs(other, State.MERGED, by, at);
    }

    /** Another says it better. */
    public void supersede(Hypothesis by, String person, Instant at) {
        goOnAs(by, State.SUPERSEDED, person, at);
    }

    private void goOnAs(Hypothesis other, State how, String by, Instant at) {
        mustBeLive("replace it");
        if (other.number == number) {
            throw new Refused("%s cannot stand in for itself.".formatted(name()));
        }
        other.mustBeLive("let it stand in for %s".formatted(name()));
        decide(how, null, by, at);
        goesOnAs = other.number;
    }

    /** What spoke against it was explained away; returns how often that has happened by now. */
    public int explainAway() {
        mustBeLive("explain what speaks against it");
        explained++;
        return explained;
    }

    /** The question that came with accepting it was asked. */
    public void asked() {
        askAt = null;
    }

    private void decide(State now, @Nullable String why, String by, Instant at) {
        state = now;
        reason = why == null ? null : clip(why);
        decidedBy = by;
        decidedAt = at;
        askAt = null;
    }

    private void mustBeLive(String what) {
        if (!state.live()) {
            throw new Refused("%s is %s, so you cannot %s. `hyp reopen %s` brings it back."
                    .formatted(name(), state.label(), what, name()));
        }
    }

    private static String clip(String words) {
        return Markup.clip(Markup.storable(words.strip()), LONGEST);
    }

    /** As people call it: {@code H1}. */
    public String name() {
        return "H" + number;
    }

    public long incident() {
        return incident;
    }

    public int number() {
        return number;
    }

    /** Mark-up, one line or several. */
    public String statement() {
        return statement;
    }

    /** What would be seen if it were wrong. */
    public Optional<String> wrongIf() {
        return Optional.ofNullable(wrongIf);
    }

    /** Slack id of whose idea it was; empty when it came from Coalmine itself. */
    public Optional<String> author() {
        return Optional.ofNullable(author);
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public State state() {
        return state;
    }

    public boolean live() {
        return state.live();
    }

    /** Who decided last what is to become of it. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why that was decided. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The number of the evidence that ruled it out, while it is. */
    public Optional<Integer> ruledOutBy() {
        return Optional.ofNullable(ruledOutBy);
    }

    /** The number of the hypothesis that it was merged into or superseded by. */
    public Optional<Integer> goesOnAs() {
        return Optional.ofNullable(goesOnAs);
    }

    /** When to ask whether what would contradict it was seen, while people act on it. */
    public Optional<Instant> askAt() {
        return Optional.ofNullable(askAt);
    }
}
