package dev.coalmine.commands.launches;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.rules.Sha256;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.SignalLog;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears launches in the channels that are watched, in the transaction that also remembers the event. A message counts
 * once for each thing and outcome that it tells of: when “started” is edited into “failed”, that is news; when a word is
 * mended, it is not.
 */
@Component
class WatchLaunches {

    private final WatchedChannels channels;
    private final LaunchRules rules;
    private final SignalLog signals;
    private final SeenEvents seen;
    private final Workspace workspace;
    private final Clock clock;

    WatchLaunches(
            WatchedChannels channels,
            LaunchRules rules,
            SignalLog signals,
            SeenEvents seen,
            Workspace workspace,
            Clock clock) {
        this.channels = channels;
        this.rules = rules;
        this.signals = signals;
        this.seen = seen;
        this.workspace = workspace;
        this.clock = clock;
    }

    @EventListener
    void posted(Heard.Posted message) {
        switch (channels.look(message.channel())) {
            case WATCHED -> hear(message);
            case UNKNOWN -> workspace.nameChannel(message);
            case NOT_WATCHED -> {}
        }
    }

    @EventListener
    void renamed(Heard.ChannelRenamed channel) {
        channels.renamed(channel.channel(), channel.name());
    }

    private void hear(Heard.Posted message) {
        switch (rules.read(message)) {
            case Reading.Understood understood -> hear(message, understood.notices());
            case Reading.NotUnderstood _ -> {}
        }
    }

    private void hear(Heard.Posted message, List<Notice> notices) {
        var now = clock.instant();
        var byKey = new LinkedHashMap<String, Notice>();
        notices.forEach(notice -> byKey.put(key(message, notice), notice));
        var unseen = seen.newOf(byKey.keySet(), now);
        byKey.keySet().retainAll(unseen);
        signals.append(byKey.values().stream()
                .map(notice -> signal(message, notice, now))
                .toList());
    }

    private static String key(Heard.Posted message, Notice notice) {
        var what = Sha256.hex("%s\n%s".formatted(notice.source(), notice.entity()));
        return "notice:%s:%s:%s:%s".formatted(message.channel(), message.ts(), notice.outcome(), what);
    }

    static HeardSignal signal(Heard.Posted message, Notice notice, Instant now) {
        return new HeardSignal(
                timeOf(message.at()),
                now,
                Kind.LAUNCH,
                notice.source(),
                notice.automated(),
                notice.entity(),
                notice.outcome(),
                notice.text(),
                notice.link(),
                message.channel(),
                notice.attributes());
    }

    /** Slack's timestamps are seconds with microseconds. */
    static Instant timeOf(String ts) {
        var micros = new BigDecimal(ts).movePointRight(6).longValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
