package org.casus.equilibrium;

import org.casus.scenario.Choice;

/// How actors read their own future choices, in numbers that need no branch: signs of advantages
/// are hard to predict.
final class Reading {

    private final boolean intentions;
    /// Of A and of |A| what actors do not count on.
    private final double whole;

    private final double size;

    Reading(Choice choice) {
        intentions = choice == Choice.INTENTIONS;
        whole = switch (choice) {
            case INTENTIONS -> 0.5;
            case MISTAKES -> 0;
            case TASTES -> 1;
        };
        size = intentions ? -0.5 : 0;
    }

    /// What a play is worth to its actor each time, less the A + c the sum over jumps counts: −c,
    /// less min(0, A) under *intentions* and less A under *tastes*.
    double worth(double advantage, double cost) {
        return -cost - (whole * advantage + size * Math.abs(advantage));
    }

    /// Whether its actor counts on making a play.
    boolean meant(double advantage) {
        return !intentions || advantage > 0;
    }

    /// h where a play is meant, else −h.
    float signed(float h, double advantage) {
        // the smallest number makes zero negative
        return intentions ? Math.copySign(h, (float) (advantage - Double.MIN_VALUE)) : h;
    }
}
