package org.casus.chain;

/// By whom an outcome is brought about: expected number of jumps into its states from states of other
/// outcomes, over
/// the horizon.
///
/// @param outcome index in the scenario's outcomes
/// @param byActor jumps that are an actor's plays, `[actor]`
/// @param byEvent jumps that are chance, `[chance event]`
public record Entries(int outcome, double[] byActor, double[] byEvent) {

    /// Expected number of entries by anyone.
    public double total() {
        double total = 0;
        for (double by : byActor) {
            total += by;
        }
        for (double by : byEvent) {
            total += by;
        }
        return total;
    }
}
