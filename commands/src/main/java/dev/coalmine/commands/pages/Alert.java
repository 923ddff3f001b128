package dev.coalmine.commands.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about one of its problems.
 *
 * <p>All text comes from outside and is hostile until shown otherwise: here it is only cut to the lengths below and freed
 * of what a database cannot hold (NUL, halves of surrogate pairs); who shows it in Slack must still escape it.
 *
 * @param source who says it: {@code pagerduty}, {@code alertmanager}, {@code generic}
 * @param key the source's own name for the problem, the same over all that it says about it; never a delivery's id.
 *     A key beyond 500 characters keeps its beginning and ends in a digest of the whole
 * @param lasting whether the key names one problem for ever; else it may name another one later
 * @param event the source's own id of this very event, by which a repeated delivery is known; null if it gives none
 * @param at when it happened, by the sender's clock; to the second or better, and never far in the future
 * @param title at most 1,000 characters; empty if the source gives none
 * @param service what is affected, as the source names it; it may change while the key does not
 * @param severity the source's own word
 * @param urgent whether somebody ought to be called for it; true unless the source says otherwise
 * @param people who was called, each by e-mail if the source gives one, else by name; at most 50
 * @param by who did this, if it was a person
 * @param link to the problem at the source; http or https, or null
 * @param runbook as the source gives it: mostly a link
 * @param summary at most 4,000 characters about the problem, or for {@link Kind#CHANGED} and {@link Kind#NOTED} about the event
 * @param labels at most 50 of 1,000 characters
 * @param members what a group consists of, at most 1,000; empty where the source knows no groups
 * @param leftOut how many members the source, or the limit of 1,000, left out
 */
public record Alert(
        String source,
        String key,
        boolean lasting,
        @Nullable String event,
        Kind kind,
        Instant at,
        String title,
        @Nullable String service,
        @Nullable String severity,
        boolean urgent,
        List<String> people,
        @Nullable String by,
        @Nullable String link,
        @Nullable String runbook,
        @Nullable String summary,
        Map<String, String> labels,
        List<Member> members,
        long leftOut) {

    /** What happened to the problem. */
    public enum Kind {
        /** It exists; said once, or again and again while it lasts. */
        FIRING,
        /** Somebody has taken it. */
        ACKNOWLEDGED,
        /** It is over. */
        RESOLVED,
        /** It goes on, with another owner, urgency, service or the like. */
        CHANGED,
        /** Somebody, or something, had something to say about it. */
        NOTED
    }

    /**
     * One of the alerts that a source has grouped into one problem.
     *
     * <p>A firing member is news if it was not known, or if it started after it was last known to have ended.
     *
     * @param fingerprint what it is known by, within its source
     * @param startsAt null if the source does not say
     * @param endsAt null while firing, or if the source does not say
     */
    public record Member(
            String fingerprint,
            boolean firing,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String title,
            Map<String, String> labels) {

        public Member {
            fingerprint = Limits.key(fingerprint);
            title = Limits.text(title, 1_000);
            labels = Limits.labels(labels);
        }
    }

    private static final int MOST_MEMBERS = 1_000;

    public Alert {
        source = Limits.text(source, 40);
        key = Limits.key(key);
        event = event == null ? null : Limits.key(event);
        title = Limits.text(title, 1_000);
        service = Limits.optional(service, 200);
        severity = Limits.optional(severity, 100);
        people = Limits.texts(people, 50, 200);
        by = Limits.optional(by, 200);
        link = Limits.link(link);
        runbook = Limits.optional(runbook, 2_000);
        summary = Limits.optional(summary, 4_000);
        labels = Limits.labels(labels);
        leftOut += Math.max(0, members.size() - MOST_MEMBERS);
        members = members.stream().limit(MOST_MEMBERS).toList();
    }

    /** An alert that says this much; the builder adds what else is known. */
    public static Builder of(String source, String key, Kind kind, Instant at) {
        return new Builder(source, key, kind, at);
    }

    /** Collects what a source says, absent things being passed as null. */
    public static final class Builder {

        private final String source;
        private final String key;
        private final Kind kind;
        private final Instant at;
        private boolean lasting;
        private @Nullable String event;
        private String title = "";
        private @Nullable String service;
        private @Nullable String severity;
        private boolean urgent = true;
        private List<String> people = List.of();
        private @Nullable String by;
        private @Nullable String link;
        private @Nullable String runbook;
        private @Nullable String summary;
        private Map<String, String> labels = Map.of();
        private List<Member> members = List.of();
        private long leftOut;

        private Builder(String source, String key, Kind kind, Instant at) {
            this.source = source;
            this.key = key;
            this.kind = kind;
            this.at = at;
        }

        /** The key names one problem for ever. */
        public Builder lasting() {
            this.lasting = true;
            return this;
        }

        public Builder event(@Nullable String event) {
            this.event = event;
            return this;
        }

        public Builder title(@Nullable String title) {
            this.title = title == null ? "" : title;
            return this;
        }

        public Builder service(@Nullable String service) {
            this.service = service;
            return this;
        }

        public Builder severity(@Nullable String severity) {
            this.severity = severity;
            return this;
        }

        public Builder urgent(boolean urgent) {
            this.urgent = urgent;
            return this;
        }

        public Builder people(List<String> people) {
            this.people = people;
            return this;
        }

        public Builder by(@Nullable String by) {
            this.by = by;
            return this;
        }

        public Builder link(@Nullable String link) {
            this.link = link;
            return this;
        }

        public Builder runbook(@Nullable String runbook) {
            this.runbook = runbook;
            return this;
        }

        public Builder summary(@Nullable String summary) {
            this.summary = summary;
            return this;
        }

        public Builder labels(Map<String, String> labels) {
            this.labels = labels;
            return this;
        }

        public Builder members(List<Member> members) {
            this.members = members;
            return this;
        }

        public Builder leftOut(long leftOut) {
            this.leftOut = leftOut;
            return this;
        }

        public Alert build() {
            return new Alert(
                    source, key, lasting, event, kind, at, title, service, severity, urgent, people, by, link, runbook,
                    summary, labels, members, leftOut);
        }
    }
}
