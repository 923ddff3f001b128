package dev.coalmine.storage.timeline;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records of all incidents: written once, read often. Plain JDBC, since an incident may have very many entries and
 * none is ever changed.
 */
@Repository
public class Timeline {

    // Small enough to hold, large enough that a long export is not all round trips.
    private static final int PAGE = 500;

    // A commit under way ends within microseconds; a record that was cut off never does.
    private static final int MOST_LOOKS = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    // H2 walks along the primary key only when it is named in full; by the number alone it sorts all that follows.
    private static final String IN_ORDER = "order by incident, number";

    private final JdbcClient database;
    private final Clock clock;

    Timeline(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an entry at the end, in the caller's transaction; writers of one incident wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry append(Draft draft) {
        var end = holdEnd(draft.incident());
        var entry = seal(draft, end.length() + 1, end.seal());
        write(entry);
        moveEnd(entry);
        return entry;
    }

    /** The newest entries, oldest of them first. */
    public List<Entry> latest(long incident, int most) {
        return database.sql(
                        "select * from timeline_entry where incident = ? order by incident desc, number desc limit ?")
                .params(incident, most)
                .query(Timeline::entry)
                .list()
                .reversed();
    }

    /**
     * Hands over every entry in order; holds few of them in memory at a time.
     *
     * @return where the record ended when its last entry was handed over, however busily others write on
     */
    public End forEach(long incident, Consumer<Entry> reader) {
        var last = 0;
        for (var looks = 0; ; looks++) {
            // Asked for before the page: when nothing comes after it, it is the end of what was read.
            var end = end(incident);
            var page = page(incident, last);
            page.forEach(reader);
            if (!page.isEmpty()) {
                last = page.getLast().number();
                looks = 0;
            } else if (end.length() == last || looks == MOST_LOOKS) {
                return end;
            } else {
                // H2 shows what one commit wrote into two tables one after the other, so look again.
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    public Optional<Entry> entry(long incident, int number) {
        return database.sql("select * from timeline_entry where incident = ? and number = ?")
                .params(incident, number)
                .query(Timeline::entry)
                .optional();
    }

    /** The entry that was first taken from this Slack message. */
    public Optional<Entry> takenFrom(String channel, String message) {
        return database.sql("""
            select * from timeline_entry where channel = ? and message = ? and corrects is null
            order by number limit 1\
            """).params(channel, message).query(Timeline::entry).optional();
    }

    /** The corrections of an entry, oldest first. */
    public List<Entry> corrections(long incident, int number) {
        return database.sql("select * from timeline_entry where incident = ? and corrects = ? order by number")
                .params(incident, number)
                .query(Timeline::entry)
                .list();
    }

    /** What corrects the entries from one number to another, oldest correction first. */
    public List<Correction> corrections(long incident, int first, int last) {
        return database.sql("""
            select corrects, number, kind from timeline_entry where incident = ? and corrects between ? and ?
            order by number\
            """)
                .params(incident, first, last)
                .query((row, _) -> new Correction(row.getInt("corrects"), row.getInt("number"), row.getString("kind")))
                .list();
    }

    /** The entries of one kind, oldest first. */
    public List<Entry> ofKind(long incident, String kind) {
        return database.sql("select * from timeline_entry where incident = ? and kind = ? order by number")
                .params(incident, kind)
                .query(Timeline::entry)
                .list();
    }

    /** How many entries there are, and the seal of the last. */
    public End end(long incident) {
        return database.sql("select length, seal from timeline_end where incident = ?")
                .param(incident)
                .query((row, _) -> new End(row.getInt("length"), row.getString("seal")))
                .optional()
                .orElse(new End(0, Seal.NONE));
    }

    /** Recomputes every seal; names the first entry that is missing, changed or out of place. */
    public Verdict verify(long incident) {
        var check = new ChainCheck(incident);
        return check.verdict(forEach(incident, check::next));
    }

    private List<Entry> page(long incident, int after) {
        return database.sql("select * from timeline_entry where incident = ? and number > ? " + IN_ORDER + " limit ?")
                .params(incident, after, PAGE)
                .query(Timeline::entry)
                .list();
    }

    private End holdEnd(long incident) {
        var held = database.sql("select length, seal from timeline_end where incident = ? for update")
                .param(incident)
                .query((row, _) -> new End(row.getInt("length"), row.getString("seal")))
                .optional();
        return held.orElseGet(() -> startChain(incident));
    }

    // The first entry comes with the incident itself, in the transaction that no other can see yet.
    private End startChain(long incident) {
        database.sql("insert into timeline_end (incident, length, seal) values (?, 0, ?)")
                .params(incident, Seal.NONE)
                .update();
        return new End(0, Seal.NONE);
    }

    private Entry seal(Draft draft, int number, String previous) {
        var open = new Entry(
                draft.incident(),
                number,
                micros(draft.happened()),
                micros(clock.instant()),
                draft.kind(),
                draft.person(),
                draft.words(),
                draft.link(),
                draft.channel(),
                draft.message(),
                draft.corrects(),
                previous,
                "");
        return sealed(open, Seal.of(open));
    }

    private static Entry sealed(Entry e, String seal) {
        return new Entry(
                e.incident(),
                e.number(),
                e.happened(),
                e.recorded(),
                e.kind(),
                e.person(),
                e.words(),
                e.link(),
                e.channel(),
                e.message(),
                e.corrects(),
                e.previous(),
                seal);
    }

    private void write(Entry e) {
        database.sql("""
            insert into timeline_entry (incident, number, happened, recorded, kind, person, words, link,
            channel, message, corrects, previous, seal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(Arrays.asList(
                        e.incident(),
                        e.number(),
                        Utc.of(e.happened()),
                        Utc.of(e.recorded()),
                        e.kind(),
                        e.person(),
                        e.words(),
                        e.link(),
                        e.channel(),
                        e.message(),
                        e.corrects(),
                        e.previous(),
                        e.seal()))
                .update();
    }

    private void moveEnd(Entry entry) {
        database.sql("update timeline_end set length = ?, seal = ? where incident = ?")
                .params(entry.number(), entry.seal(), entry.incident())
                .update();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("incident"),
                row.getInt("number"),
                Utc.from(row, "happened"),
                Utc.from(row, "recorded"),
                row.getString("kind"),
                row.getString("person"),
                row.getString("words"),
                row.getString("link"),
                row.getString("channel"),
                row.getString("message"),
                row.getObject("corrects", Integer.class),
                row.getString("previous"),
                row.getString("seal"));
    }

    // Both databases keep microseconds; a seal over more would not survive being read back.
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * That one entry is corrected by another.
     *
     * @param entry the number of the one that is corrected
     * @param by the number of the one that corrects it
     * @param kind of the one that corrects it
     */
    public record Correction(int entry, int by, String kind) {

        /** Whether the Slack message was deleted, rather than its text put right. */
        public boolean deletes() {
            return kind.equals(Draft.DELETED);
        }
    }

    /**
     * Where a record ends.
     *
     * @param seal of the last entry; 64 zeros when there is none
     */
    public record End(int length, String seal) {}
}
