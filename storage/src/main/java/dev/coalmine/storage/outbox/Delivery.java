package dev.coalmine.storage.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Slack still has to be told, as it stood in the outbox before this attempt.
 *
 * @param mark by which it is known in Slack, unlike in any other database
 * @param lane deliveries of one lane go out one at a time, in order
 * @param slot deliveries of one slot replace each other; null when each of them counts
 * @param urgency that of the most important delivery of its lane; lower is sooner
 * @param kind says which sender understands the body
 * @param attempts how often it was tried before
 * @param turn how often it was taken up before, which tells one attempt from the next
 * @param firstTried when it was tried first; null before that
 * @param unsure whether an earlier attempt may have succeeded without our knowing
 * @param joined what is to be told with it in one message
 */
public record Delivery(
        long id,
        String mark,
        String lane,
        @Nullable String slot,
        int urgency,
        String kind,
        String body,
        int attempts,
        int turn,
        Instant created,
        @Nullable Instant firstTried,
        boolean unsure,
        Joined joined) {

    /** The incident that it is about, if its lane is one of an incident's. */
    public Optional<Long> incident() {
        return Dead.incident(lane);
    }

    Delivery with(Joined others) {
        return new Delivery(
                id, mark, lane, slot, urgency, kind, body, attempts, turn, created, firstTried, unsure, others);
    }

    Delivery asUrgentAs(int itsLane) {
        return new Delivery(
                id, mark, lane, slot, itsLane, kind, body, attempts, turn, created, firstTried, unsure, joined);
    }

    /**
     * Others of its lane that are told in the same message.
     *
     * @param count how many there are
     * @param parts the most important of them, the newest first chosen, in order
     */
    public record Joined(int count, List<Part> parts) {

        static final Joined NONE = new Joined(0, List.of());
    }

    /** One that is told together with another. */
    public record Part(String body, Instant created, int priority) {}
}
