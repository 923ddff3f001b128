package dev.coalmine.bot.slack;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Delivery.Joined;
import dev.coalmine.storage.outbox.Lanes;
import dev.coalmine.storage.replicas.Replicas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What becomes of deliveries that were taken up when the database goes away at an inconvenient moment. */
class SenderTest {

    private static final Delivery POST = delivery(1, "Post");
    private static final Delivery CARD = delivery(2, "DrawCard");

    private final Lanes lanes = mock();
    private final Errands errands = mock();
    private final Results results = mock();
    private final Rates rates = mock();
    private final SlackState slack = mock();
    private final Replicas replicas = mock();
    private final Sender sender =
            new Sender(lanes, errands, results, rates, slack, mock(), replicas, mock(), Clock.systemUTC());

    @BeforeEach
    void allIsWell() {
        when(slack.up()).thenReturn(true);
        when(replicas.livesFor(any())).thenReturn(true);
        when(errands.run(any())).thenReturn(new Outcome.Done());
        when(results.keep(any(), any(), any())).thenReturn(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        sender.stop();
    }

    /** Found by the fault campaign: it was marked as being sent, and nobody sent it until the process was started anew. */
    @Test
    void whatWasTakenUpIsSentThoughTheDatabaseGoesAwayBeforeTheNextLook() {
        when(errands.firstCall(CARD.kind())).thenReturn("chat.update");
        when(rates.take(eq("chat.update"), anyInt())).thenReturn(Duration.ofSeconds(1));
        when(lanes.due(anyInt(), anyCollection()))
                .thenReturn(List.of(POST, CARD))
                .thenThrow(new DataAccessResourceFailureException("the database has gone"))
                .thenReturn(List.of());
        when(lanes.take(any())).thenReturn(List.of(POST)).thenReturn(List.of());

        sender.start();

        verify(errands, timeout(5_000)).run(POST);
        verify(results, timeout(5_000)).keep(eq(POST), any(), any());
    }

    private static Delivery delivery(long id, String kind) {
        return new Delivery(
                id,
                "mark-" + id,
                "lane-" + id,
                null,
                5,
                kind,
                "{}",
                0,
                0,
                Instant.EPOCH,
                null,
                false,
                new Joined(0, List.of()));
    }
}
