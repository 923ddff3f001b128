package dev.coalmine.storage.signals;

import java.util.List;

/** Signals were added to the log, in the transaction in which this is published. */
public record SignalsKept(List<HeardSignal> signals) {}
