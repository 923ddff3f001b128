package dev.coalmine.storage.prompts;

import dev.coalmine.storage.rules.Forgetful;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was asked in each incident, whether anybody wants to be asked, and how busily people talk. */
@Repository
public class Prompts implements Forgetful {

    private final JdbcClient database;

    Prompts(JdbcClient database) {
        this.database = database;
    }

    /** All of an incident, oldest first. */
    public List<Prompt> of(long incident) {
        return database.sql("select * from prompt where incident = ? order by id")
                .param(incident)
                .query(Prompts::prompt)
                .list();
    }

    /** Remembers that one is shown; returns its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long show(long incident, String name, @Nullable Integer subject, @Nullable String person, Instant now) {
        database.sql("insert into prompt (incident, name, subject, person, shown_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(incident, name, subject, person, Utc.of(now)))
                .update();
        return database.sql("select max(id) from prompt where incident = ?")
                .param(incident)
                .query(Long.class)
                .single();
    }

    /** Somebody reacted to it; the first reaction counts, be it late. Empty if there is no such prompt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Prompt> answer(long incident, long id, Prompt.Answer answer, @Nullable String by, Instant now) {
        database.sql("""
            update prompt set answer = ?, answered_by = ?, answered_at = ?
            where id = ? and incident = ? and (answer is null or answer = 'IGNORED')\
            """)
                .params(Arrays.asList(answer.name(), by, Utc.of(now), id, incident))
                .update();
        return database.sql("select * from prompt where id = ? and incident = ?")
                .params(id, incident)
                .query(Prompts::prompt)
                .optional();
    }

    /** Whether an incident wants to be asked whatever its severity. */
    public boolean wanted(long incident) {
        return database.sql("select wanted from prompting where incident = ?")
                .param(incident)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Until when nothing is to be asked; empty when something may. */
    public Optional<Instant> snoozedUntil(long incident) {
        return database.sql("select snoozed_until from prompting where incident = ? and snoozed_until is not null")
                .param(incident)
                .query((row, _) -> Utc.from(row, "snoozed_until"))
                .optional();
    }

    /** Remembers how an incident wants to be asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(long incident, boolean wanted, @Nullable Instant snoozedUntil) {
        database.sql("delete from prompting where incident = ?").param(incident).update();
        database.sql("insert into prompting (incident, wanted, snoozed_until) values (?, ?, ?)")
                .params(Arrays.asList(incident, wanted, snoozedUntil == null ? null : Utc.of(snoozedUntil)))
                .update();
    }

    /** Somebody said something in its channel. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(long incident, Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        var known =
                database.sql("""
                    update talk set messages = messages + 1, last_at = ? where incident = ? and at_minute = ?\
                    """).params(Utc.of(at), incident, Utc.of(minute)).update();
        if (known == 0) {
            database.sql("""
                insert into talk (incident, at_minute, messages, last_at) values (?, ?, 1, ?) on conflict do nothing\
                """).params(incident, Utc.of(minute), Utc.of(at)).update();
        }
    }

    /** When the last burst of talk ended: of at least {@code many} messages within two minutes. */
    public Optional<Instant> lastBurst(long incident, int many, Instant since) {
        // Two minutes touch three minutes of the clock at most; rather too quiet than too bold.
        return database.sql("""
            select max(t.last_at) as last_at from talk t where t.incident = ? and t.at_minute >= ? and
              (select sum(b.messages) from talk b where b.incident = t.incident
              and b.at_minute between t.at_minute - interval '2' minute and t.at_minute) >= ?\
            """)
                .params(incident, Utc.of(since), many)
                .query((row, _) -> Optional.ofNullable(Utc.orNull(row, "last_at")))
                .single();
    }

    @Override
    public Duration keeps() {
        return Duration.ofDays(1);
    }

    /** Forgets talk; what was asked is part of the record and stays. */
    @Override
    @Transactional
    public int forgetBefore(Instant moment) {
        return database.sql("delete from talk where at_minute < ?")
                .param(Utc.of(moment))
                .update();
    }

    private static Prompt prompt(ResultSet row, int n) throws SQLException {
        var answer = row.getString("answer");
        return new Prompt(
                row.getLong("id"),
                row.getLong("incident"),
                row.getString("name"),
                row.getObject("subject", Integer.class),
                row.getString("person"),
                Utc.from(row, "shown_at"),
                answer == null ? null : Prompt.Answer.valueOf(answer),
                Utc.orNull(row, "answered_at"));
    }
}
