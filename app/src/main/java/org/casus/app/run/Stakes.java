package org.casus.app.run;

import org.casus.scenario.Actor;
import org.casus.scenario.Chance;
import org.casus.scenario.Measure;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// What a board is worth to an actor by what the file says, nobody moving any more: W + F, points, every judgement
/// at its middle.
///
/// W is what it wants, fears and has promised, for ever: a flow counts flow / ρ. F is what the next thing that chance
/// does within the time it looks ahead, 1 / ρ, is expected to add: with rates λ_e that sum to Λ,
/// F = (1 − e^(−Λ/ρ)) · Σ_e λ_e/Λ · E[W after e − W]. So who makes an event likelier that suits another does
/// something for it.
final class Stakes {

    private final Scenario scenario;
    private final World world;
    private final Touches touches;

    Stakes(Scenario scenario, Touches touches) {
        this.scenario = scenario;
        this.touches = touches;
        world = World.middle(scenario);
    }

    /// W + F of every actor.
    double[] of(int[] board) {
        int n = scenario.actors().size();
        var stakes = new double[n];
        var gains = new double[n];
        for (Actor actor : scenario.actors()) {
            stakes[actor.index()] = worth(actor, board);
        }
        double all = 0;
        for (Chance event : scenario.chance()) {
            if (!event.dormant() && event.when().test().holds(board)) {
                double rate = rate(event, board);
                all += rate;
                touches.lead(event.leads(), board, (before, after, odds) -> {
                    for (Actor actor : scenario.actors()) {
                        gains[actor.index()] += rate * odds * (worth(actor, after) - stakes[actor.index()]);
                    }
                });
            }
        }
        if (all > 0) {
            for (Actor actor : scenario.actors()) {
                double within = -Math.expm1(-all / world.inGame(actor.looksAhead()));
                stakes[actor.index()] += within * gains[actor.index()] / all;
            }
        }
        return stakes;
    }

    private double rate(Chance event, int[] board) {
        double rate = world.inGame(event.rate());
        for (Chance.Factor factor : event.times()) {
            if (factor.when().test().holds(board)) {
                rate *= world.inGame(factor.times());
            }
        }
        return rate;
    }

    private double worth(Actor actor, int[] board) {
        double points = 0;
        for (Worth worth : actor.worths()) {
            if (worth.when().test().holds(board)) {
                double value = world.inGame(worth.points());
                boolean flow = worth.points().measure().form() == Measure.Form.POINTS_EACH;
                points += worth.sign() * (flow ? value / world.inGame(actor.looksAhead()) : value);
            }
        }
        return points;
    }
}
