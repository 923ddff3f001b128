package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.storage.replicas.Replicas;
import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.DetectorMemory.Position;
import dev.coalmine.storage.storms.DetectorMemory.Put;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the detector hear the signals in their order, and tells people what it says. What it has heard and what became of
 * it are committed together, so that a storm is told once, whoever dies; the detector in memory is put together again from
 * a copy and from what came since. Of several replicas one listens. Used by one thread.
 */
@Component
public class StormWatch {

    private static final Logger log = LoggerFactory.getLogger(StormWatch.class);
    private static final int AT_ONCE = 2_000;
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration COPY_EVERY = Duration.ofMinutes(10);
    private static final long COPY_AFTER = 50_000;
    // A large copy comes the more seldom: on H2 all who want to write wait while it is written.
    private static final int BYTES_FOR_A_SIGNAL = 10;

    private final SignalLog signals;
    private final DetectorMemory memory;
    private final StormNews news;
    private final Recognising recognising;
    private final Replicas replicas;
    private final StormSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable Ear ear;
    private Position copied = new Position(0, 0);
    private Instant copiedAt = Instant.EPOCH;
    private long copyAfter = COPY_AFTER;
    private boolean relearned;

    StormWatch(
            SignalLog signals,
            DetectorMemory memory,
            StormNews news,
            Recognising recognising,
            Replicas replicas,
            StormSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.signals = signals;
        this.memory = memory;
        this.news = news;
        this.recognising = recognising;
        this.replicas = replicas;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Hears what has come since the last time, as much as fits into one transaction.
     *
     * @return whether there may be more at once
     */
    public boolean listen() {
        try {
            return transaction.execute(_ -> memory.listen(replicas.me())
                    .map(position -> listenFrom(position))
                    .orElse(false));
        } catch (RuntimeException undone) {
            // It has heard what in the record it has not.
            ear = null;
            throw undone;
        }
    }

    /** Leaves listening to others, at once. */
    public void leave() {
        transaction.executeWithoutResult(_ -> memory.leave(replicas.me()));
    }

    private boolean listenFrom(Position position) {
        var own = earAt(position);
        var asked = memory.asked();
        for (var it : asked) {
            var number = memory.place(it.number(), own.at().signal());
            tell(own.put(new DetectorMemory.Kept(number, own.at().signal(), it.put())), own, true);
        }
        var heard = hear(own);
        if (heard == 0) {
            pass(own);
        }
        news.standsNow(own.detector(), own.knowsAlertsFor(settings.learnAlertsFor()));
        if (!own.at().equals(position)) {
            copy(own);
        }
        memory.heard(replicas.me(), own.at());
        return heard == AT_ONCE;
    }

    private int hear(Ear own) {
        var next = signals.after(own.at().signal(), AT_ONCE);
        for (var signal : next) {
            tell(own.hear(signal), own, own.live());
        }
        return next.size();
    }

    /** While nothing arrives storms end, and launches go unfinished. Time is no news before anything live was heard. */
    private void pass(Ear own) {
        var now = clock.instant();
        if (own.live() && now.toEpochMilli() - own.clock() >= TICK.toMillis()) {
            var tick = new Put("tick", null, null, now, null);
            var number = memory.put(own.at().signal(), tick);
            tell(own.put(new DetectorMemory.Kept(number, own.at().signal(), tick)), own, true);
        }
    }

    private void tell(List<StormEvent> events, Ear own, boolean live) {
        var alertsToo = own.knowsAlertsFor(settings.learnAlertsFor());
        events.forEach(event -> news.tell(event, live, alertsToo));
    }

    private void copy(Ear own) {
        var now = clock.instant();
        if (own.at().signal() - copied.signal() >= copyAfter || copiedAt.isBefore(now.minus(COPY_EVERY))) {
            var copy = own.copy();
            memory.save(own.at(), copy);
            copyAfter = Math.max(COPY_AFTER, copy.length / BYTES_FOR_A_SIGNAL);
            copied = own.at();
            copiedAt = now;
        }
    }

    /** The detector as it was when it had heard so far: in memory, or put together again. */
    private Ear earAt(Position position) {
        var own = ear;
        if (own == null || own.at().signal() > position.signal() || own.at().put() > position.put()) {
            own = restored();
        }
        catchUp(own, position);
        // What was kept too long ago to be still there, it will not hear again.
        own.isAt(position);
        if (relearned) {
            recognising.in(own.detector());
            relearned = false;
        }
        ear = own;
        return own;
    }

    private Ear restored() {
        var copy = memory.copy();
        if (copy.isPresent()) {
            try {
                copied = copy.get().at();
                return Ear.of(copy.get());
            } catch (IOException unreadable) {
                log.warn("What the storm detector knew is learned again from the log: {}", unreadable.getMessage());
                relearned = true;
            }
        }
        return Ear.fresh(Sensitivity.falseAlarmsPerMonth(settings.falseAlarmsPerMonth()));
    }

    /** What it says on the way was said then. */
    private void catchUp(Ear own, Position to) {
        var puts = memory.putAfter(own.at()).stream()
                .filter(it -> it.number() <= to.put())
                .toList()
                .iterator();
        var put = puts.hasNext() ? puts.next() : null;
        while (own.at().signal() < to.signal()) {
            var next = signals.after(own.at().signal(), AT_ONCE).stream()
                    .filter(it -> it.number() <= to.signal())
                    .toList();
            if (next.isEmpty()) {
                break;
            }
            for (var signal : next) {
                while (put != null && put.signal() < signal.number()) {
                    own.put(put);
                    put = puts.hasNext() ? puts.next() : null;
                }
                own.hear(signal);
            }
        }
        while (put != null) {
            own.put(put);
            put = puts.hasNext() ? puts.next() : null;
        }
    }
}
