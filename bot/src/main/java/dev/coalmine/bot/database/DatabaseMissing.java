package dev.coalmine.bot.database;

/** There is no database to keep the record in, so there is nothing to start. */
final class DatabaseMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseMissing(String reason, Throwable cause) {
        super(reason, cause);
    }
}
