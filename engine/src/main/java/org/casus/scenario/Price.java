package org.casus.scenario;

/// A price in points, paid at once when a move is tried while `when` holds. Prices of one move add up.
public record Price(Guard when, Judgement points) {}
