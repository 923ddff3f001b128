package dev.coalmine.commands.storms.detector;

/** How much must speak for a storm until it is told. */
final class Threshold {

    private static final double DAY = 86_400_000;
    // What came with the first signals is not yet known to be usual.
    private static final double NEW_HERE = 5;
    private static final double SERVICE_ALONE = 1.5;
    // Services use each other.
    private static final double SERVICES_DEPEND = 1;
    // So much is paid for twice, as habits account for some of it: on made-up days fewer alarms were false than are
    // allowed.
    private static final double TOO_CAUTIOUS = 0.6;
    private static final int FEWEST_FAILURES = 5;
    // Hosts of one service often alert together when all is well.
    private static final int FEWEST_OF_FEW_SERVICES = 6;
    private static final int FEW_SERVICES = 4;
    private static final int FEWEST_AT_ALL = 6;

    private final double nats;
    private long began;

    Threshold(Sensitivity sensitivity) {
        this.nats = sensitivity.threshold() - TOO_CAUTIOUS;
    }

    /** From then on it is learned what is usual. */
    void begins(long now) {
        began = now;
    }

    /** From which surprise on, in nats, sources of the layer are a storm together. */
    double of(Layer layer, long now) {
        var age = (now - began) / DAY;
        return nats + (layer == Layer.LAUNCHERS ? 0 : SERVICES_DEPEND) + NEW_HERE * Math.max(0, 1 - age);
    }

    /** What is taken off when it is one source only. */
    static double alone(Layer layer) {
        return layer == Layer.SERVICES ? SERVICE_ALONE : 0;
    }

    /** How many distinct failures it takes at least. */
    static int fewest(Layer layer, int sources) {
        return switch (layer) {
            case LAUNCHERS -> FEWEST_FAILURES;
            case SERVICES -> sources < FEW_SERVICES ? FEWEST_OF_FEW_SERVICES : FEWEST_FAILURES;
            case BREADTH -> FEWEST_AT_ALL;
        };
    }

    void keep(Snapshot snapshot) {
        began = snapshot.whole(began);
    }
}
