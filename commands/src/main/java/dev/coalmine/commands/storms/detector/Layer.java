package dev.coalmine.commands.storms.detector;

/** Where evidence is gathered. Each layer is judged for itself. */
enum Layer {
    /** Have a denominator: launches that went well. */
    LAUNCHERS,
    /** Services of alerts: have only a rate. */
    SERVICES,
    /** How many services go bad at all. */
    BREADTH
}
