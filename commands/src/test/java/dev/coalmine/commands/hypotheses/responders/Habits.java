package dev.coalmine.commands.hypotheses.responders;

/**
 * How a team works when nobody asks it anything; all from 0 to 1.
 *
 * @param confirms how often it looks for what its favourite would show, rather than for anything else
 * @param explains how often it does not write down what speaks against its favourite
 * @param compares how often it asks what a finding says of the other hypotheses
 * @param wonders how likely it is in ten minutes to think of another hypothesis by itself
 * @param obeys how often it does what it is asked
 */
record Habits(double confirms, double explains, double compares, double wonders, double obeys) {

    static final Habits USUAL = new Habits(0.8, 0.5, 0.3, 0.2, 0);

    /** A team without a favourite, for comparison: much of what is asked it does anyway. */
    static final Habits FAIR = new Habits(0.2, 0, 0.8, 0.4, 0);

    Habits obeying(double rate) {
        return new Habits(confirms, explains, compares, wonders, rate);
    }
}
