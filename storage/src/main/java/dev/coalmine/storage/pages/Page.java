package dev.coalmine.storage.pages;

import static java.util.Objects.requireNonNull;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One problem as its source knows it, under the source's own key. All comparisons are in the sender's time: what
 * arrives late, twice or out of order leaves the same state behind as what arrives in order.
 */
public class Page {

    /** What a message about the problem changed. */
    public enum Heard {
        /** It fires: for the first time, or again after it was over. */
        STARTED,
        ENDED,
        /** Nothing new: a repetition, or older than what is known. */
        NOTHING_NEW
    }

    private @Nullable Long id;
    private final String source;
    private final String alertKey;
    private String title;
    private @Nullable String service;
    private @Nullable Long incident;
    private @Nullable String heldBack;
    private boolean firing;
    private @Nullable Instant firedAt;
    private @Nullable Instant lastFiredAt;
    private @Nullable Instant seriesAt;
    private @Nullable Instant resolvedAt;
    private @Nullable String acknowledgedBy;
    private Instant heardAt = Instant.EPOCH;
    private int messages;
    private int starts;
    private int members;

    public Page(String source, String alertKey, String title, @Nullable String service) {
        this.source = source;
        this.alertKey = alertKey;
        this.title = title;
        this.service = service;
    }

    /** As it was kept. */
    static Page read(ResultSet row, int n) throws SQLException {
        var page = new Page(
                row.getString("source"), row.getString("alert_key"), row.getString("title"), row.getString("service"));
        page.id = row.getLong("id");
        page.incident = row.getObject("incident", Long.class);
        page.heldBack = row.getString("held_back");
        page.firing = row.getBoolean("firing");
        page.firedAt = Utc.orNull(row, "fired_at");
        page.lastFiredAt = Utc.orNull(row, "last_fired_at");
        page.seriesAt = Utc.orNull(row, "series_at");
        page.resolvedAt = Utc.orNull(row, "resolved_at");
        page.acknowledgedBy = row.getString("acknowledged_by");
        page.heardAt = Utc.from(row, "heard_at");
        page.messages = row.getInt("messages");
        page.starts = row.getInt("starts");
        page.members = row.getInt("members");
        return page;
    }

    /** What it is known by and called, in the order of the statement that adds it. */
    @Nullable
    Object[] identity() {
        return new @Nullable Object[] {source, alertKey, title, service, stored(heardAt)};
    }

    /** What has become of it, in the order of the statement that keeps it. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            title,
            service,
            incident,
            heldBack,
            firing,
            stored(firedAt),
            stored(lastFiredAt),
            stored(seriesAt),
            stored(resolvedAt),
            acknowledgedBy,
            stored(heardAt),
            messages,
            starts,
            members,
            id()
        };
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant time) {
        return time == null ? null : Utc.of(time);
    }

    /** The source says that it fires, or still does. */
    public Heard fires(Instant at, Instant now) {
        hear(now);
        var time = at.truncatedTo(ChronoUnit.MICROS);
        lastFiredAt = later(lastFiredAt, time);
        if (resolvedAt != null && !time.isAfter(resolvedAt)) {
            firedAt = firedAt == null ? time : firedAt;
            return Heard.NOTHING_NEW;
        }
        if (firing) {
            firedAt = firedAt == null || time.isBefore(firedAt) ? time : firedAt;
            return Heard.NOTHING_NEW;
        }
        firing = true;
        firedAt = time;
        seriesAt = seriesAt == null ? time : seriesAt;
        starts++;
        return Heard.STARTED;
    }

    /** The source says that it is over. */
    public Heard ends(Instant at, Instant now) {
        hear(now);
        var end = later(resolvedAt, at.truncatedTo(ChronoUnit.MICROS));
        resolvedAt = end;
        if (firing && lastFiredAt != null && lastFiredAt.isAfter(end)) {
            // An earlier round ended, and word of it came late: the present one began after that.
            firedAt = firedAt == null || !firedAt.isAfter(end) ? lastFiredAt : firedAt;
            return Heard.NOTHING_NEW;
        }
        if (!firing) {
            return Heard.NOTHING_NEW;
        }
        firing = false;
        return Heard.ENDED;
    }

    private static Instant later(@Nullable Instant known, Instant heard) {
        return known == null || heard.isAfter(known) ? heard : known;
    }

    /** The source says something else about it. */
    public void hear(Instant now) {
        heardAt = now;
        messages++;
    }

    /** What the source calls it now; a name once known is not lost. */
    public void tellTitle(String newTitle, @Nullable String newService) {
        title = newTitle.isBlank() ? title : newTitle;
        service = newService == null ? service : newService;
    }

    /** How many alerts of its group fire now; false when as many did before. */
    public boolean countMembers(int firingNow) {
        var before = members;
        members = firingNow;
        return before != firingNow;
    }

    public void acknowledge(String by) {
        acknowledgedBy = by;
    }

    /** It belongs to this incident from now on. */
    public void joins(long number) {
        incident = number;
        heldBack = null;
    }

    /** It opens nothing, and this is why. */
    public void holdBack(String why) {
        heldBack = why;
    }

    /** It is a problem that ended lately, under another key: how often that started counts on. */
    public void follows(Page earlier) {
        starts += earlier.starts;
        seriesAt = earlier.seriesAt == null ? seriesAt : earlier.seriesAt;
    }

    /** Whether the other is the same problem, which its source gives another key each time. */
    public boolean isCalledLike(Page other) {
        return !alertKey.equals(other.alertKey)
                && source.equals(other.source)
                && service != null
                && service.equalsIgnoreCase(other.service)
                && !title.isBlank()
                && title.equalsIgnoreCase(other.title);
    }

    /** It is another problem under an old key: what was known of the old one no longer counts. */
    public void startsAnew() {
        incident = null;
        starts = 1;
        seriesAt = firedAt;
        acknowledgedBy = null;
    }

    /** Its place among all pages, by which they are in order. */
    public long id() {
        return requireNonNull(id, "not kept yet");
    }

    public String source() {
        return source;
    }

    /** The source's own key. */
    public String alertKey() {
        return alertKey;
    }

    /** Plain text as the source wrote it, on one line. */
    public String title() {
        return title;
    }

    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    public Optional<Long> incident() {
        return Optional.ofNullable(incident);
    }

    /** Why it opened no incident; empty when it did. */
    public Optional<String> heldBack() {
        return Optional.ofNullable(heldBack);
    }

    public boolean firing() {
        return firing;
    }

    public Optional<Instant> firedAt() {
        return Optional.ofNullable(firedAt);
    }

    /** When it first fired, counting the times before that it ended and fired again. */
    public Optional<Instant> seriesAt() {
        return Optional.ofNullable(seriesAt);
    }

    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<String> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    /** When Coalmine last heard of it, by its own clock. */
    public Instant heardAt() {
        return heardAt;
    }

    /** How many messages about it were taken in, repetitions included. */
    public int messages() {
        return messages;
    }

    /** How often it started to fire; more than twice is flapping. */
    public int starts() {
        return starts;
    }
}
