package dev.coalmine.bot.web;

import dev.coalmine.commands.doctor.Examination;
import dev.coalmine.commands.outbox.DeadLetter;
import dev.coalmine.commands.outbox.WaitingLine;
import dev.coalmine.storage.incidents.Incident;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the status page shows.
 *
 * @param awaySince since when Slack is away; null while it is there
 * @param dead how many were given up, of which {@code letters} are the newest
 */
record Status(
        Instant now,
        @Nullable Instant awaySince,
        String why,
        List<WaitingLine.Row> waiting,
        long dead,
        List<DeadLetter> letters,
        List<Examination.Result> checks,
        List<Incident> incidents) {

    long pending() {
        return waiting.stream().mapToLong(WaitingLine.Row::count).sum();
    }
}
