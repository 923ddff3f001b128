package dev.coalmine.bot.slack;

import dev.coalmine.storage.outbox.Allowances;
import dev.coalmine.storage.outbox.Allowances.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps to Slack's rates: per minute and method for the whole workspace, and one message a second in each channel;
 * for all replicas together. Nobody waits here but who reads a list page by page: whose turn has not come is told when
 * to come again. Source: the tiers in Slack's “Rate limits” documentation. Replies to people do not pass through here.
 */
@Component
class Rates {

    private static final Logger log = LoggerFactory.getLogger(Rates.class);

    private static final int TIER_2 = 20;
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;
    private static final int MESSAGES = 300;
    // Slack allows short bursts in a channel; the first messages of an incident should not wait for each other.
    private static final int MESSAGES_AT_ONCE = 3;
    // The rest of a burst is kept for what is declared and paged; 0 and 1 may use all of it.
    private static final double SHARE_OF_UPDATES = 0.8;
    private static final double SHARE_OF_DECORATION = 0.5;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String POST = "chat.postMessage";
    private static final Set<String> TIER_2_METHODS = Set.of(
            "conversations.create",
            "conversations.setTopic",
            "conversations.setPurpose",
            "conversations.rename",
            "conversations.list",
            "conversations.archive",
            "conversations.unarchive",
            "pins.add",
            "bookmarks.add",
            "bookmarks.edit",
            "bookmarks.list",
            "users.list",
            "usergroups.list",
            "usergroups.users.list");
    private static final Set<String> TIER_4_METHODS = Set.of(
            "views.publish",
            "users.info",
            "chat.postEphemeral",
            "conversations.members",
            "files.getUploadURLExternal",
            "files.completeUploadExternal",
            "conversations.open");

    private final Allowances allowances;
    private final MeterRegistry meters;
    private final int times;

    Rates(RateSettings settings, Allowances allowances, MeterRegistry meters) {
        this.times = settings.times();
        this.allowances = allowances;
        this.meters = meters;
    }

    /** Takes the method's turn before an errand is begun. Zero when it was taken, otherwise how long to wait. */
    Duration take(String method, int urgency) {
        return take(method, pace(method), share(urgency));
    }

    /** Takes the turns for one call. */
    void take(String method, @Nullable String channel) throws Undelivered {
        var turn = Turn.current();
        if (channel != null && method.equals(POST)) {
            refuse(method, take("channel " + channel, messages(), 1));
        }
        if (turn.isEmpty() || !turn.get().pays(method)) {
            refuse(method, takeWhileGoingOn(method, turn));
        }
    }

    /** Whoever reads a long list page by page would otherwise begin at the first page each time, and never end. */
    private Duration takeWhileGoingOn(String method, Optional<Turn> turn) {
        var wait = take(method, Turn.currentUrgency());
        var goesOn = turn.filter(it -> it.goesOnWith(method)).isPresent();
        while (goesOn && wait.isPositive() && wait.compareTo(PATIENCE) < 0 && paused(wait)) {
            wait = take(method, Turn.currentUrgency());
        }
        return wait;
    }

    private static boolean paused(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was taken is not needed after all. */
    void giveBack(String method) {
        try {
            allowances.giveBack(method, pace(method));
        } catch (DataAccessException | TransactionException away) {
            log.debug("A turn is lost: {}", away.toString());
        }
    }

    /** Slack asked for a pause of this method; others go on. */
    void pause(String method, Duration wait) {
        meters.counter("coalmine.slack.limited", "method", method).increment();
        try {
            allowances.pause(method, wait);
        } catch (DataAccessException | TransactionException away) {
            log.warn("The pause that Slack asks for {} cannot be written down: {}", method, away.toString());
        }
    }

    private static void refuse(String method, Duration wait) throws Undelivered {
        if (wait.isPositive()) {
            throw new Undelivered("held", new Outcome.Held(wait, "Slack limits " + method));
        }
    }

    private Duration take(String name, Pace pace, double share) {
        try {
            return allowances.take(name, pace, share);
        } catch (DataAccessException | TransactionException away) {
            // A delivery can wait for the database; questions of ours, such as the doctor's, need no record.
            return Turn.current().isPresent() ? TRY_AGAIN : Duration.ZERO;
        }
    }

    private Pace messages() {
        return new Pace(Duration.ofSeconds(1).dividedBy(times), MESSAGES_AT_ONCE * times);
    }

    private Pace pace(String method) {
        var perMinute = perMinute(method) * times;
        return new Pace(Duration.ofMinutes(1).dividedBy(perMinute), Math.max(1, perMinute / 2));
    }

    private static double share(int urgency) {
        return switch (urgency) {
            case 0, 1 -> 1;
            case 2 -> SHARE_OF_UPDATES;
            default -> SHARE_OF_DECORATION;
        };
    }

    private static int perMinute(String method) {
        if (method.equals(POST)) {
            return MESSAGES;
        }
        if (TIER_2_METHODS.contains(method)) {
            return TIER_2;
        }
        return TIER_4_METHODS.contains(method) ? TIER_4 : TIER_3;
    }
}
