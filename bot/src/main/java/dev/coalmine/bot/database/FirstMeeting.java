package dev.coalmine.bot.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Waits for the database before anything uses it. One that comes up beside Coalmine may take a little longer; one that
 * refuses Coalmine is not waited for.
 */
@Component
class FirstMeeting implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(FirstMeeting.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    // Classes of SQLSTATE: no connection, the server's operator or its start in the way, too little of something.
    private static final Set<String> PASSING = Set.of("08", "57", "53");
    // What H2 says of a file that another process holds.
    private static final String LOCKED = "90020";

    private final Environment environment;

    FirstMeeting(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) {
            await(database);
        }
        return bean;
    }

    private void await(DataSource database) {
        // The injected clock cannot be had this early: a post-processor comes before all beans.
        var clock = Clock.systemUTC();
        var patience = Binder.get(environment)
                .bindOrCreate("coalmine.database", DatabaseSettings.class)
                .patience();
        var end = clock.instant().plus(patience);
        while (!answers(database, patience, clock.instant().isBefore(end))) {
            pause();
        }
    }

    private boolean answers(DataSource database, Duration patience, boolean patient) {
        try (var _ = database.getConnection()) {
            return true;
        } catch (SQLException | RuntimeException away) {
            judge(away, patience, patient);
            return false;
        }
    }

    private void judge(Exception away, Duration patience, boolean patient) {
        var reason = reason(away);
        if (!passes(reason)) {
            throw new DatabaseMissing("The database cannot be used: " + said(reason), away);
        }
        if (!patient) {
            throw new DatabaseMissing(
                    "The database did not answer within %d s (coalmine.database.patience): %s"
                            .formatted(patience.toSeconds(), said(reason)),
                    away);
        }
        log.warn("The database does not answer yet, trying again: {}", said(reason));
    }

    /** What the driver says; the pool tells only that it got no connection. */
    private static Throwable reason(Throwable away) {
        var reason = away;
        for (var cause = away; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                reason = said;
            }
        }
        return reason;
    }

    private static boolean passes(Throwable reason) {
        return reason instanceof SQLException said
                && (said.getSQLState() == null
                        || PASSING.contains(said.getSQLState().substring(0, 2)));
    }

    private static String said(Throwable reason) {
        if (reason instanceof SQLException said && LOCKED.equals(said.getSQLState())) {
            return "its file is in use by another process; on H2 Coalmine runs once.";
        }
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database.", stopping);
        }
    }
}
