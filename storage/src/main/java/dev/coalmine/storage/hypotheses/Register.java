package dev.coalmine.storage.hypotheses;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is known around the hypotheses of an incident: symptoms, plans, and which of them led when. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Register {

    private final JdbcClient database;

    Register(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public Symptoms symptoms(long incident) {
        return database.sql("select * from symptoms where incident = ?")
                .param(incident)
                .query((row, _) -> new Symptoms(
                        row.getString("onset"),
                        row.getString("affected"),
                        row.getString("unaffected"),
                        row.getString("changed")))
                .optional()
                .orElse(Symptoms.NONE);
    }

    public void keep(long incident, Symptoms symptoms) {
        database.sql("delete from symptoms where incident = ?").param(incident).update();
        database.sql("insert into symptoms (incident, onset, affected, unaffected, changed) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        incident, symptoms.onset(), symptoms.affected(), symptoms.unaffected(), symptoms.changed()))
                .update();
    }

    /** The plans of an incident, oldest first. */
    @Transactional(readOnly = true)
    public List<Plan> plans(long incident) {
        return database.sql("select * from remedy_plan where incident = ? order by number")
                .param(incident)
                .query((row, _) -> new Plan(
                        incident,
                        row.getInt("number"),
                        row.getString("words"),
                        row.getString("author"),
                        Utc.from(row, "recorded_at"),
                        numbers(row.getString("sound_under"))))
                .list();
    }

    public void add(Plan plan) {
        database.sql("""
            insert into remedy_plan (incident, number, words, author, recorded_at, sound_under)
            values (?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        plan.incident(),
                        plan.number(),
                        plan.words(),
                        plan.author(),
                        Utc.of(plan.recordedAt()),
                        plan.soundUnder().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .update();
    }

    /** Which hypothesis led when, oldest first. */
    @Transactional(readOnly = true)
    public List<Lead> leads(long incident) {
        return database.sql("select since, hypothesis from hypothesis_lead where incident = ? order by since")
                .param(incident)
                .query((row, _) -> new Lead(Utc.from(row, "since"), row.getObject("hypothesis", Integer.class)))
                .list();
    }

    /** Remembers which hypothesis leads from now on, unless it led before. */
    public void leads(long incident, @Nullable Integer hypothesis, Instant now) {
        var before = leads(incident);
        var last = before.isEmpty()
                ? Optional.<Integer>empty()
                : Optional.ofNullable(before.getLast().hypothesis());
        if (before.isEmpty() && hypothesis == null
                || !before.isEmpty() && Objects.equals(last.orElse(null), hypothesis)) {
            return;
        }
        database.sql("insert into hypothesis_lead (incident, since, hypothesis) values (?, ?, ?)")
                .params(Arrays.asList(incident, Utc.of(now), hypothesis))
                .update();
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(it -> !it.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
