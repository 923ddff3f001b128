package dev.coalmine.commands.storms.detector;

import java.util.Locale;

/** Whether something fails that everybody stands on, judged by who else fails. */
final class Canary {

    private static final int LAUNCHERS = 2;
    private static final int SERVICES = 3;
    private static final double STRONG = 3;

    private Canary() {}

    static boolean is(Storm storm) {
        return storm.layer == Layer.LAUNCHERS
                ? storm.sources().size() >= LAUNCHERS || alsoByHand(storm)
                : storm.members.size() >= SERVICES;
    }

    private static boolean alsoByHand(Storm storm) {
        return storm.automated > 0 && (storm.manual >= 2 || strong(storm));
    }

    private static boolean strong(Storm storm) {
        return storm.members.keySet().stream().anyMatch(source -> source.byHand && source.strength() >= STRONG);
    }

    /** What launching by hand says about it, and what that means. */
    static String witness(Storm storm, Detector detector) {
        if (storm.layer != Layer.LAUNCHERS || storm.automated == 0) {
            return "";
        }
        var succeeded = 0;
        var usual = 0.0;
        for (var source : detector.gathered(Layer.LAUNCHERS).known) {
            if (source.byHand && source.lastHeard() >= storm.first()) {
                succeeded += source.successesInARow;
                usual = Math.max(usual, source.usualShare());
            }
        }
        if (storm.manual >= 2) {
            return " By hand also failing (%d of %d, usual %.0f %%): shared dependency."
                    .formatted(storm.manual, storm.manual + succeeded, 100 * usual)
                    .replace("  ", " ");
        }
        if (storm.manual == 0 && succeeded >= 3) {
            return String.format(Locale.ROOT, " By hand %d succeeded and none failed: automation only.", succeeded);
        }
        return " By hand: too few to tell.";
    }
}
