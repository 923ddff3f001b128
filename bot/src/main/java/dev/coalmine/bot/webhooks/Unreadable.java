package dev.coalmine.bot.webhooks;

/** A body that is not what its source sends; the reason names what is wrong, and quotes nothing of the body. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
