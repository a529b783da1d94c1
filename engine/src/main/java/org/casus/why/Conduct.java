package org.casus.why;

/// How well an actor does by its own lights, up to the horizon and after.
///
/// @param actor index of the actor
/// @param value V at the start: what it expects if from now on it does only what it means to do, points
/// @param worth W at the start: what it really gets, its errors included, points
/// @param made moves it makes up to the horizon, on average
/// @param disadvantaged those of them that are worth less than waiting
/// @param clear those that fall short of its best option by more than was asked about
/// @param lost what all its moves up to the horizon fall short of its best options, points in all
public record Conduct(
        int actor, double value, double worth, double made, double disadvantaged, double clear, double lost) {

    /// V − W: the price of its own errors to come, points. Zero or more under *intentions*.
    public double price() {
        return value - worth;
    }

    /// Share of its moves that are worth less than waiting; 0 if it makes none.
    public double share() {
        return made > 0 ? disadvantaged / made : 0;
    }
}
