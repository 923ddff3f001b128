package dev.coalmine.storage.incidents;

import static java.util.Objects.requireNonNull;

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
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * Something that went wrong, or nearly did, and what became of it. Changes are told as {@link
 * dev.coalmine.storage.rules.Happening}s when the incident is saved.
 */
@Entity
@Table(name = "incident")
public class Incident extends AbstractAggregateRoot<Incident> {

    private static final int MAX_TROUBLE = 1_000;
    private static final String MAKING = "A channel is being made for it.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long number;

    @Version
    private long version;

    private String title = "";

    @Enumerated(EnumType.STRING)
    private Severity severity = Severity.SEV_3;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.TRIAGE;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.INCIDENT;

    @Enumerated(EnumType.STRING)
    private NoticedBy noticedBy = NoticedBy.PERSON;

    private boolean restricted;

    private boolean attended;

    @Nullable
    private String service;

    @Nullable
    private String declaredBy;

    @Nullable
    private String link;

    @Nullable
    private String runbook;

    @Nullable
    private String channel;

    private boolean channelGone;

    @Nullable
    private Instant channelLostAt;

    @Nullable
    private String channelTrouble;

    @Nullable
    private Long mergedInto;

    private Instant declaredAt = Instant.EPOCH;

    @Nullable
    private Instant beganAt;

    private Instant detectedAt = Instant.EPOCH;

    @Nullable
    private Instant mitigatedAt;

    @Nullable
    private Instant resolvedAt;

    protected Incident() {}

    Incident(Declaration declaration) {
        title = declaration.title();
        severity = declaration.severity();
        stage = declaration.stage();
        kind = declaration.kind();
        restricted = declaration.restricted();
        service = declaration.service();
        noticedBy = declaration.noticedBy();
        declaredBy = declaration.by();
        link = declaration.link();
        runbook = declaration.runbook();
        declaredAt = declaration.at();
        detectedAt = declaration.detected();
        attended = declaration.by() != null;
    }

    void tellDeclared() {
        registerEvent(new IncidentDeclared(
                number(), detectedAt, declaredBy, title, severity, kind, noticedBy, service, link));
    }

    /** Gives it another title. */
    public void rename(String newTitle, @Nullable String by, Instant at) {
        var safe = Titles.safe(newTitle);
        if (safe.isEmpty()) {
            throw new Refused("A title needs some text, for example `title Checkout is slow`.");
        }
        if (safe.equals(title)) {
            throw new Refused("That is the title already.");
        }
        registerEvent(new TitleChanged(number(), at, by, title, safe));
        title = safe;
    }

    /** Changes how bad it is. */
    public void rate(Severity now, @Nullable String by, Instant at) {
        if (now == severity) {
            throw new Refused("It is %s already.".formatted(now.label()));
        }
        registerEvent(new SeverityChanged(number(), at, by, severity, now));
        severity = now;
    }

    /**
     * Moves it to another stage.
     *
     * @param line one line of context; required for a step back and for declining
     */
    public void move(Stage next, @Nullable String line, @Nullable String by, Instant at) {
        guard(next, line);
        registerEvent(new StageChanged(number(), at, by, stage, next, line));
        switch (next) {
            case MITIGATED -> {
                mitigatedAt = firstOf(mitigatedAt, at);
                resolvedAt = null;
            }
            case RESOLVED -> resolvedAt = firstOf(resolvedAt, at);
            case TRIAGE, INVESTIGATING, IDENTIFIED -> {
                mitigatedAt = null;
                resolvedAt = null;
            }
            case CLOSED, DECLINED, MERGED -> {}
        }
        mergedInto = null;
        stage = next;
    }

    // A time that somebody set by hand, or that was reached before, is better than the time of the command.
    private static Instant firstOf(@Nullable Instant known, Instant at) {
        return known == null ? at : known;
    }

    private void guard(Stage next, @Nullable String line) {
        if (next == stage) {
            throw new Refused("It is %s already.".formatted(next.word()));
        }
        if (next == Stage.MERGED) {
            throw new Refused("Say which incident it belongs to: `merge into 7`.");
        }
        if (next == Stage.CLOSED && stage.open()) {
            throw new Refused("Resolve it before closing it: `resolve <what ended it>`.");
        }
        if (next == Stage.DECLINED && !stage.open()) {
            throw new Refused("It is %s; only an open incident can be declined.".formatted(stage.word()));
        }
        var back = stage.isAfter(next) || !stage.open() && next.open();
        if ((back || next == Stage.DECLINED) && line == null) {
            throw new Refused("Going from %s to %s needs a reason, for example `stage %s the errors came back`."
                    .formatted(stage.word(), next.word(), next.word()));
        }
    }

    /** Ends it as a part of another incident. */
    public void mergeInto(Incident other, @Nullable String by, Instant at) {
        if (other.number() == number()) {
            throw new Refused("An incident cannot be merged into itself.");
        }
        if (!stage.open()) {
            throw new Refused("It is %s; only an open incident can be merged.".formatted(stage.word()));
        }
        if (other.stage == Stage.MERGED) {
            throw new Refused("Incident %d was merged itself, into %d.".formatted(other.number(), other.mergedInto));
        }
        if (other.restricted != restricted) {
            throw new Refused("A private and an open incident cannot be merged: it would tell on the private one.");
        }
        mergedInto = other.number();
        stage = Stage.MERGED;
        registerEvent(new IncidentMerged(number(), at, by, other.number(), true));
        other.registerEvent(new IncidentMerged(other.number(), at, by, number(), false));
    }

    /** Sets one of the four times by hand; what was known before stays in the timeline. */
    public void set(Moment moment, Instant time, @Nullable String by, Instant at) {
        if (time.isAfter(at)) {
            throw new Refused("That time is in the future.");
        }
        var before = timeOf(moment).orElse(null);
        switch (moment) {
            case BEGAN -> beganAt = time;
            case DETECTED -> detectedAt = time;
            case MITIGATED -> mitigatedAt = time;
            case RESOLVED -> resolvedAt = time;
        }
        registerEvent(new TimeSet(number(), at, by, moment, before, time));
    }

    /** When that was, as far as is known. */
    public Optional<Instant> timeOf(Moment moment) {
        return Optional.ofNullable(
                switch (moment) {
                    case BEGAN -> beganAt;
                    case DETECTED -> detectedAt;
                    case MITIGATED -> mitigatedAt;
                    case RESOLVED -> resolvedAt;
                });
    }

    /** Somebody took part: from here on only people end it. */
    public void attend() {
        attended = true;
    }

    /** The channel that was made for it. */
    public void meetIn(String newChannel, Instant at) {
        channel = newChannel;
        regainChannel("The incident has a channel: <#%s>.".formatted(newChannel), null, at);
    }

    /** The channel cannot be used, or not be made; the incident goes on. {@code how} is told to people. */
    public void loseChannel(String how, @Nullable String by, Instant at) {
        var trouble = Markup.clip(how, MAX_TROUBLE);
        if (!trouble.equals(channelTrouble)) {
            registerEvent(new ChannelLost(number(), at, by, trouble));
        }
        missChannel(trouble, at);
    }

    private void missChannel(String trouble, Instant at) {
        channelTrouble = trouble;
        channelLostAt = firstOf(channelLostAt, at);
        channelGone = true;
    }

    /** The channel is usable again. */
    public void regainChannel(String how, @Nullable String by, Instant at) {
        if (channelGone) {
            registerEvent(new ChannelRegained(number(), at, by, how, firstOf(channelLostAt, at)));
            channelGone = false;
            channelLostAt = null;
            channelTrouble = null;
        }
    }

    /** Something was done to its channel that keeps nobody from using it. */
    public void changeChannel(String how, @Nullable String by, Instant at) {
        registerEvent(new ChannelChanged(number(), at, by, how));
    }

    /** Slack knows its channel by another id. */
    public void moveChannel(String now, Instant at) {
        channel = now;
        changeChannel("Slack gave the channel another id.", null, at);
    }

    /** It gets another channel, for the one it had is of no use. */
    public void leaveChannel(@Nullable String by, Instant at) {
        if (channel != null && !channelGone) {
            throw new Refused("It has its channel: <#%s>.".formatted(channel));
        }
        changeChannel(MAKING, by, at);
        missChannel(MAKING, at);
        channel = null;
    }

    /** The never-reused number people know it by. */
    public long number() {
        return requireNonNull(number, "not saved yet");
    }

    /** One line of plain text; escape it before it goes to Slack. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    public Stage stage() {
        return stage;
    }

    public Kind kind() {
        return kind;
    }

    public NoticedBy noticedBy() {
        return noticedBy;
    }

    /** Private: it has a private channel and is mentioned nowhere else. */
    public boolean restricted() {
        return restricted;
    }

    /** Whether it is announced outside its channel. */
    public boolean announced() {
        return !restricted && kind != Kind.DRILL;
    }

    /** Whether any person has taken part. */
    public boolean attended() {
        return attended;
    }

    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** Slack's id of who declared it; empty when a page did. */
    public Optional<String> declaredBy() {
        return Optional.ofNullable(declaredBy);
    }

    /** Where it was first seen. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    public Optional<String> runbook() {
        return Optional.ofNullable(runbook);
    }

    /** Slack's id of its channel; empty until Slack has made it. */
    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    /** Whether its channel cannot be used, or could not be made. */
    public boolean channelGone() {
        return channelGone;
    }

    /** Since when its channel cannot be used; empty while it can. */
    public Optional<Instant> channelLostAt() {
        return Optional.ofNullable(channelLostAt);
    }

    /** Whether it was merged into another before it had a channel, and so needs none. */
    public boolean needsNoChannel() {
        return stage == Stage.MERGED && channel == null;
    }

    /** Why its channel cannot be used; empty when it can, or is being made for the first time. */
    public Optional<String> channelTrouble() {
        return Optional.ofNullable(channelTrouble);
    }

    /** What the channel that was made for it carries: another database's incident of that number has another. */
    public String channelMark() {
        return "coalmine:%d@%d".formatted(number(), declaredAt.toEpochMilli());
    }

    public Optional<Long> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    public Instant declaredAt() {
        return declaredAt;
    }

    /** The name its channel gets when it is made. */
    public String channelName() {
        return Titles.channelName(number(), title);
    }
}
