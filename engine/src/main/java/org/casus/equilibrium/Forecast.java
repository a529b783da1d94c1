package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;

/// How much work the long game has before it, as far as can be told: a game calms down about
/// exponentially, so the last half of the way tells when it will be calm enough. What comes then,
/// Newton's method and the way to where that ends, is much the same for all games.
///
/// Work is counted in products with the derivative, and a step takes some beside those of its
/// linear systems. A game that has to be followed again starts anew.
final class Forecast {

    /// Products that a step's evaluations of F are worth.
    private static final double STEP = 3;
    /// Products of Newton's method and one step more, mostly, and the least that are left of it.
    private static final double FINISH = 70;

    private static final double LEAST = 5;
    /// Work of coming ten times closer to where Newton's method ended, mostly.
    private static final double CLOSER = 60;

    private record Point(double work, double unrest) {}

    private final List<Point> past = new ArrayList<>();
    private double finish = FINISH + CLOSER;
    private double before;

    /// Work of so many products and steps.
    static double work(int products, int steps) {
        return products + STEP * steps;
    }

    /// The game is so restless after so much work, and Newton's method takes over when it is `calm`.
    void note(double work, double unrest, double calm) {
        past.add(new Point(work, unrest));
        before = unrest <= calm ? 0 : Math.log(unrest / calm) / rate();
        finish = FINISH + CLOSER;
    }

    /// Newton's method has been at it for so much work.
    void finishing(double work) {
        before = 0;
        finish = Math.max(FINISH - work, LEAST) + CLOSER;
    }

    /// Where Newton's method ended has to come closer by so many times yet, of so many in all.
    void closing(double times, double all) {
        before = 0;
        finish = times > 1 ? CLOSER * Math.clamp(Math.log(times) / Math.log(all), 0, 1) : 0;
    }

    /// Work that is left; NaN where the game does not calm down.
    double left() {
        return before + finish;
    }

    /// By how much the logarithm of unrest falls with each unit of work, over the last half of it; NaN
    /// where it does not.
    private double rate() {
        Point now = past.getLast();
        Point then = past.getFirst();
        for (Point point : past) {
            then = point.work() <= now.work() / 2 ? point : then;
        }
        double fell = Math.log(then.unrest() / now.unrest());
        return fell > 0 ? fell / (now.work() - then.work()) : Double.NaN;
    }
}
