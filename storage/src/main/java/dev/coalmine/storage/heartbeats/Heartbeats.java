package dev.coalmine.storage.heartbeats;

import static java.util.Objects.requireNonNull;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All heartbeats. Beats come often and change one row each, so this is JDBC. */
@Repository
public class Heartbeats {

    private final JdbcClient database;

    Heartbeats(JdbcClient database) {
        this.database = database;
    }

    /**
     * Adds one.
     *
     * @param token SHA-256 of what its address ends with; null if an alert is its beat
     * @return false if there is one of that name
     */
    @Transactional
    public boolean add(Heartbeat it, @Nullable String token) {
        return database.sql("""
            insert into heartbeat (name, every_seconds, grace_seconds, service, severity, token, alert, added_by,
              waits_from, beats)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict do nothing\
            """)
                        .params(Arrays.asList(
                                it.name(),
                                it.every().toSeconds(),
                                it.grace().toSeconds(),
                                it.service(),
                                it.severity(),
                                token,
                                it.alert(),
                                it.addedBy(),
                                stored(it.waitsFrom())))
                        .update()
                == 1;
    }

    @Transactional
    public boolean remove(String name) {
        return database.sql("delete from heartbeat where name = ?").param(name).update() == 1;
    }

    /** Gives it another address; the one before is good until the new one is used. */
    @Transactional
    public void renew(String name, String token) {
        database.sql("update heartbeat set token_before = token, token = ? where name = ?")
                .params(token, name)
                .update();
    }

    /** Lets its silence not matter until a moment; null is no longer. Its time counts anew from {@code now}. */
    @Transactional
    public void pause(String name, @Nullable Instant until, Instant now) {
        database.sql("update heartbeat set paused_until = ?, waits_from = ? where name = ?")
                .params(Arrays.asList(until == null ? null : stored(until), stored(now), name))
                .update();
    }

    public Optional<Heartbeat> named(String name) {
        return database.sql("select * from heartbeat where name = ?")
                .param(name)
                .query(Heartbeats::heartbeat)
                .optional();
    }

    public List<Heartbeat> all() {
        return database.sql("select * from heartbeat order by name")
                .query(Heartbeats::heartbeat)
                .list();
    }

    /**
     * One beat, committed when this returns. That it is found by a digest keeps the time that it takes from telling
     * anything of the token.
     *
     * @param token SHA-256 of what the address ended with
     * @return false if there is no such address
     */
    @Transactional
    public boolean beat(String token, Instant now) {
        return database.sql("""
            update heartbeat set beat_at = greatest(coalesce(beat_at, :now), :now), beats = beats + 1,
              token_before = case when token = :token then null else token_before end
            where token = :token or token_before = :token\
            """).param("token", token).param("now", stored(now)).update() == 1;
    }

    /** The names of the alerts that are beats, in small letters. */
    public List<String> alerts() {
        return database.sql("select lower(alert) from heartbeat where alert is not null")
                .query(String.class)
                .list();
    }

    /** A beat of those whose beats are the alerts of these names, in small letters; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beatByAlerts(Collection<String> names, Instant now) {
        names.stream().sorted().forEach(name -> database.sql("""
            update heartbeat set beat_at = greatest(coalesce(beat_at, :now), :now), beats = beats + 1
            where lower(alert) = :name\
            """)
                .param("name", name.toLowerCase(Locale.ROOT))
                .param("now", stored(now))
                .update());
    }

    /** Notices its silence, in the caller's transaction; false if it has beaten meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean fallSilent(Heartbeat it) {
        return database.sql("""
            update heartbeat set silent_since = beat_at where name = ? and beat_at = ? and silent_since is null\
            """)
                        .params(it.name(), stored(requireNonNull(it.beatAt())))
                        .update()
                == 1;
    }

    /** Keeps which incident its silence opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Heartbeat it, long incident) {
        database.sql("update heartbeat set incident = ? where name = ?")
                .params(incident, it.name())
                .update();
    }

    /** Its silence is over, or does not matter any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comeBack(String name) {
        database.sql("update heartbeat set silent_since = null where name = ?")
                .param(name)
                .update();
    }

    /** Whether the silence of any is about this incident. */
    public boolean anySilent(long incident) {
        return database.sql("select exists (select 1 from heartbeat where incident = ? and silent_since is not null)")
                .param(incident)
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the watch for the caller's transaction; nobody else looks until that ends.
     *
     * @return empty while another has it; there is no waiting
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Watch> holdWatch() {
        return database.sql("select * from heartbeat_watch for update skip locked")
                .query((row, _) -> new Watch(Utc.from(row, "looked_at"), Utc.from(row, "hearing_since")))
                .optional();
    }

    /** Keeps how the watch was left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepWatch(Watch watch) {
        database.sql("update heartbeat_watch set looked_at = ?, hearing_since = ?")
                .params(stored(watch.lookedAt()), stored(watch.hearingSince()))
                .update();
    }

    /** Since when beats have been heard without a gap, as far as is known. */
    public Instant hearingSince() {
        return database.sql("select hearing_since from heartbeat_watch")
                .query((row, _) -> Utc.from(row, "hearing_since"))
                .single();
    }

    private static OffsetDateTime stored(Instant time) {
        return Utc.of(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Heartbeat heartbeat(ResultSet row, int n) throws SQLException {
        return new Heartbeat(
                row.getString("name"),
                Duration.ofSeconds(row.getLong("every_seconds")),
                Duration.ofSeconds(row.getLong("grace_seconds")),
                row.getString("service"),
                row.getString("severity"),
                row.getString("alert"),
                row.getString("added_by"),
                Utc.from(row, "waits_from"),
                Utc.orNull(row, "beat_at"),
                row.getLong("beats"),
                Utc.orNull(row, "paused_until"),
                Utc.orNull(row, "silent_since"),
                row.getObject("incident", Long.class));
    }
}
