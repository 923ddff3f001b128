package dev.coalmine.bot.slack;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps to Slack's rates: per minute and method for the whole workspace, and one message a second in each channel.
 * Source: the tiers in Slack's “Rate limits” documentation. Replies to people do not pass through here.
 */
@Component
class Rates {

    private static final int TIER_2 = 20;
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;
    private static final int MESSAGES = 300;

    // Slack allows short bursts; what opens an incident is four messages.
    private static final int BURST = 5;

    private static final Set<String> TIER_2_METHODS = Set.of(
            "conversations.create",
            "conversations.setTopic",
            "conversations.setPurpose",
            "conversations.list",
            "conversations.archive",
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
            "files.upload",
            "conversations.open");

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();
    private final int times;
    private final Clock clock;

    Rates(RateSettings settings, Clock clock) {
        this.times = settings.times();
        this.clock = clock;
    }

    /** Waits for the method's turn. */
    void await(String method, @Nullable String channel) throws Undelivered {
        refuseWhilePaused(method);
        try {
            if (channel != null && method.equals("chat.postMessage")) {
                channelBucket(channel).asBlocking().consume(1);
            }
            methodBucket(method).asBlocking().consume(1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Undelivered("stopping", new Outcome.Later(Duration.ZERO, "Coalmine is stopping"));
        }
    }

    /** Slack asked for a pause of this method; others go on. */
    void pause(String method, Duration wait) {
        paused.put(method, clock.instant().plus(wait));
    }

    private void refuseWhilePaused(String method) throws Undelivered {
        var until = paused.get(method);
        var now = clock.instant();
        if (until != null && until.isAfter(now)) {
            throw new Undelivered(
                    "ratelimited", new Outcome.Later(Duration.between(now, until), "Slack limits " + method));
        }
    }

    private Bucket methodBucket(String method) {
        return buckets.computeIfAbsent(method, name -> {
            var perMinute = perMinute(name) * times;
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build();
        });
    }

    private Bucket channelBucket(String channel) {
        return buckets.computeIfAbsent("channel " + channel, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST * times).refillGreedy(times, Duration.ofSeconds(1)))
                .build());
    }

    private static int perMinute(String method) {
        if (method.equals("chat.postMessage")) {
            return MESSAGES;
        }
        if (TIER_2_METHODS.contains(method)) {
            return TIER_2;
        }
        return TIER_4_METHODS.contains(method) ? TIER_4 : TIER_3;
    }
}
