package dev.coalmine.sandbox.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong. */
public enum FaultKind {
    /** HTTP 429 with {@code Retry-After}. */
    RATELIMITED(true),
    /** No answer for as long as told, then the connection is cut; nothing was done. */
    HANG(true),
    /** It is done, and then the connection is cut without an answer. */
    RESET_AFTER(true),
    /** It is done, and the answer comes as late as told. */
    LATE(true),
    HTTP_500(true),
    HTTP_503(true),
    /** {@code ok: false} with any error code. */
    ERROR(true),
    DUPLICATE_EVENTS(false),
    REORDER_EVENTS(false),
    /** The app's acknowledgement does not arrive, so the event comes again. */
    DROP_EVENTS_ACK(false),
    REFUSE_CONNECTIONS(false);

    private final boolean ofMethods;

    FaultKind(boolean ofMethods) {
        this.ofMethods = ofMethods;
    }

    boolean ofMethods() {
        return ofMethods;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
