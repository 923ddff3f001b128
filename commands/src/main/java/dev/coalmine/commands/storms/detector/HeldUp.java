package dev.coalmine.commands.storms.detector;

/** Whether signals are held up on their way: what has not arrived has not come to a halt where it happens. */
final class HeldUp {

    private static final long MINUTE = 60_000;
    private static final long CATCHING_UP = 3 * MINUTE;
    // What was held up comes in any order, the latest perhaps first.
    private static final long SILENT = 10 * MINUTE;
    // Nobody can tell yet whether nothing happens or nothing gets through.
    private static final long QUIET = 2 * MINUTE;

    private long progress;
    private long catchingUp;
    private long lastHeard;

    void arrived(long at, long received) {
        if (received - lastHeard > SILENT || received - at > CATCHING_UP) {
            catchingUp = received + CATCHING_UP;
        }
        lastHeard = Math.max(lastHeard, received);
        progress = Math.max(progress, at);
    }

    /** Until when all that happened has arrived; 0 while nobody can say. */
    long complete(long now) {
        if (now < catchingUp) {
            return 0;
        }
        var sinceHeard = Math.clamp(now - lastHeard, 0, QUIET);
        return Math.max(progress + sinceHeard, now - Source.LATE);
    }

    void keep(Snapshot snapshot) {
        progress = snapshot.whole(progress);
        catchingUp = snapshot.whole(catchingUp);
        lastHeard = snapshot.whole(lastHeard);
    }
}
