package dev.coalmine.bot.campaign;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the record is kept during a run; it outlives every process of the bot. */
interface Database extends AutoCloseable {

    static Database of(Store store, Path folder) throws Exception {
        return switch (store) {
            case H2 -> new H2File(folder.resolve("coalmine"));
            case POSTGRESQL -> PostgresServer.started(folder.resolve("postgresql"));
        };
    }

    /** For the bot. */
    String url();

    /** For looking into it; H2's file is the bot's alone while that runs. */
    Connection connect() throws SQLException;

    /** Whether it can be looked into while the bot runs. */
    boolean shared();

    /** Stops it, if it is a server: waiting for transactions to end or not, as {@code how} says. */
    void stop(Stop how) throws Exception;

    /** Starts it again after {@link #stop}. */
    void start() throws Exception;

    @Override
    void close() throws Exception;

    /** How a server is stopped. */
    enum Stop {
        /** Connections are ended, transactions rolled back, everything written. */
        FAST,
        /** As in a crash: on the next start it recovers from its log. */
        IMMEDIATE
    }
}
