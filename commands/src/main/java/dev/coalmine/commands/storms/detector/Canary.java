package dev.coalmine.commands.storms.detector;

/** Whether something fails that everybody stands on, judged by who else fails. */
final class Canary {

    private static final int LAUNCHERS = 2;
    private static final int SERVICES = 3;
    private static final double STRONG = 3;
    private static final double VERY_STRONG = 6;
    private static final int WITNESSES = 2;
    private static final int FINE = 3;

    private Canary() {}

    static boolean is(Storm storm) {
        return storm.layer == Layer.LAUNCHERS
                ? storm.sources().size() >= LAUNCHERS || alsoByHand(storm)
                : storm.members.size() >= SERVICES;
    }

    private static boolean alsoByHand(Storm storm) {
        return storm.automated > 0 && (storm.manual >= WITNESSES || strength(storm, true) >= STRONG);
    }

    /** What launching by hand says about it. */
    static StormView.Witness witness(Storm storm, int succeededByHand) {
        if (storm.layer != Layer.LAUNCHERS || storm.automated == 0) {
            return StormView.Witness.NONE;
        }
        var both = strength(storm, true) >= STRONG && strength(storm, false) >= STRONG;
        if (both || sayingTheSameByHand(storm) >= WITNESSES) {
            return StormView.Witness.SHARED;
        }
        return storm.manual == 0 && succeededByHand >= FINE && strength(storm, false) >= VERY_STRONG
                ? StormView.Witness.AUTOMATION_ONLY
                : StormView.Witness.TOO_FEW;
    }

    private static double strength(Storm storm, boolean byHand) {
        return storm.members.keySet().stream()
                .filter(source -> source.byHand == byHand)
                .mapToDouble(Source::strength)
                .max()
                .orElse(0);
    }

    private static int sayingTheSameByHand(Storm storm) {
        var text = storm.text();
        return storm.members.entrySet().stream()
                .filter(member -> member.getKey().byHand)
                .mapToInt(member -> text == null ? 0 : member.getValue().texts.getOrDefault(text, 0))
                .sum();
    }
}
