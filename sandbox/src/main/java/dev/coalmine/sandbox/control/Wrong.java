package dev.coalmine.sandbox.control;

/** What was asked cannot be done; the message says what can. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Wrong(String message) {
        super(message, null, false, false);
    }
}
