package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.Storms;
import org.springframework.stereotype.Component;

/** Whether the storm detector hears what comes in. */
@Component
class StormsCheck implements Check {

    private static final long MANY = 20_000;

    private final SignalLog signals;
    private final DetectorMemory memory;
    private final Storms storms;

    StormsCheck(SignalLog signals, DetectorMemory memory, Storms storms) {
        this.signals = signals;
        this.memory = memory;
        this.storms = storms;
    }

    @Override
    public String name() {
        return "storms";
    }

    @Override
    public Finding look() {
        var heard = memory.position().signal();
        var behind = signals.end() - heard;
        return behind > MANY
                ? new Finding.Notice(
                        "launches and alerts that the storm detector has not heard yet: %d".formatted(behind),
                        "nothing is lost; if it grows, look at the database and the log")
                : new Finding.Well("launches and alerts heard: %d; storms that go on: %d"
                        .formatted(heard, storms.open().size()));
    }
}
