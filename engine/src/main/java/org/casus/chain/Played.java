package org.casus.chain;

/// How a move is made over the horizon.
///
/// @param move index in the scenario's moves
/// @param actor index of the actor that makes it
/// @param times expected number of times it is made
/// @param open expected time for which it is open, clock units
/// @param atDisadvantage share of its plays made although waiting was worth more (A < 0); 0 where it
/// is never made
public record Played(int move, int actor, double times, double open, double atDisadvantage) {

    /// Its rate while open, per clock unit, weighted by the time spent in each state; 0 where it is
    /// never open.
    public double rate() {
        return open > 0 ? times / open : 0;
    }
}
