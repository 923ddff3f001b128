package dev.coalmine.bot.web;

import dev.coalmine.storage.events.ProgramRequests;
import dev.coalmine.storage.rules.Sha256;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sees to it that a request that comes again, under the same {@code Idempotency-Key}, does nothing again. */
@Component
class OnlyOnce {

    private static final int LONGEST = 255;

    private final ProgramRequests requests;
    private final Clock clock;

    OnlyOnce(ProgramRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Does it, unless it was done before; in the caller's transaction.
     *
     * @param key null when the program does not care
     * @param of what it is about, so that a key is good for one thing only
     * @param work answers the number of what it made
     */
    Done run(@Nullable String key, String of, byte[] body, LongSupplier work) {
        if (key == null) {
            return new Done(work.getAsLong(), false);
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw ApiDoor.bad("An Idempotency-Key has 1 to %d characters.".formatted(LONGEST));
        }
        var name = Sha256.hex(of + "\n" + key);
        var digest = Sha256.hex(body);
        var earlier = requests.earlier(name, digest, clock.instant());
        if (earlier.isEmpty()) {
            var made = work.getAsLong();
            requests.cameTo(name, made);
            return new Done(made, false);
        }
        var before = earlier.get();
        if (!before.bodyDigest().equals(digest) || before.outcome() == null) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key came before, with another body.");
        }
        return new Done(before.outcome(), true);
    }

    /** What came of it, and whether that was before. */
    record Done(long made, boolean before) {}
}
