package dev.coalmine.storage.hypotheses;

import java.time.Instant;
import java.util.List;

/**
 * A remedy in preparation.
 *
 * @param number counts from 1 within the incident
 * @param words mark-up
 * @param author Slack id
 * @param soundUnder the numbers of the hypotheses under any of which it would help, or at least not harm
 */
public record Plan(
        long incident, int number, String words, String author, Instant recordedAt, List<Integer> soundUnder) {

    /** As people call it: {@code R1}, for remedy. */
    public String name() {
        return "R" + number;
    }
}
