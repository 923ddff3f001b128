package dev.coalmine.commands.storms.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that launches hosts, and tells of it.
 *
 * @param automated whether a program; null if it does not tell
 * @param byHandToo the share of its launches that people ask for
 * @param perHour launches in an hour of its mean day
 * @param failureRate the share that fails on usual days
 * @param lost the share of which no outcome is ever told
 * @param seconds the median from start to outcome
 * @param retries the share of failures that is tried again
 * @param sameHost whether a second try is of the same host
 */
record Launcher(
        String name,
        @Nullable Boolean automated,
        double byHandToo,
        Rhythm rhythm,
        double perHour,
        double failureRate,
        double lost,
        boolean tellsStarts,
        double seconds,
        double retries,
        boolean sameHost,
        Naming naming,
        List<String> zones,
        List<String> images,
        List<String> types,
        Texts texts) {

    /** How hosts are called. */
    enum Naming {
        COUNTED,
        INSTANCE,
        FROM_A_POOL,
        NOT_AT_ALL
    }

    boolean byHand() {
        return Boolean.FALSE.equals(automated);
    }

    double perHour(long time) {
        return perHour * rhythm.factor(time);
    }

    @Nullable
    String host(Chance chance) {
        return switch (naming) {
            case COUNTED -> name + "-" + chance.between(1_000, 999_999);
            case INSTANCE -> "i-0" + chance.hex(16);
            case FROM_A_POOL -> "ip-10-" + chance.between(0, 40) + "-" + chance.between(1, 250);
            case NOT_AT_ALL -> null;
        };
    }

    Launch launch(long time, Chance chance) {
        var hand = byHandToo > 0 && chance.happens(byHandToo) ? Boolean.FALSE : automated;
        return new Launch(
                this,
                time,
                hand,
                host(chance),
                chance.pick(zones),
                chance.pickMostlyFirst(images),
                chance.pickMostlyFirst(types),
                failureRate,
                1);
    }

    Launcher failing(double rate) {
        return with(rate, tellsStarts, naming, texts);
    }

    Launcher silent() {
        return with(failureRate, tellsStarts, naming, Texts.NONE);
    }

    /** It names its hosts, tells when it starts, and hardly ever fails. */
    Launcher tame() {
        return with(0.01, true, Naming.COUNTED, texts);
    }

    private Launcher with(double rate, boolean starts, Naming names, Texts says) {
        return new Launcher(
                name, automated, byHandToo, rhythm, perHour, rate, lost, starts, seconds, retries, sameHost, names,
                zones, images, types, says);
    }
}
