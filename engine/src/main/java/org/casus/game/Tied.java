package org.casus.game;

import java.util.List;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.Ties;
import org.casus.scenario.World;

/// The numbers of alike actors: one value in each world, one slope for all.
final class Tied {

    private Tied() {}

    /// Refuses a world in which actors declared alike are not.
    static void check(Scenario scenario, World world) {
        for (List<Integer> set : sets(scenario)) {
            Judgement first = scenario.judgements().get(set.getFirst());
            for (int index : set) {
                Judgement judgement = scenario.judgements().get(index);
                if (world.written(judgement) != world.written(first)) {
                    throw new IllegalArgumentException("`" + judgement.id() + "` is " + world.written(judgement)
                            + " and `" + first.id() + "` is " + world.written(first)
                            + ", and they belong to actors that are alike");
                }
            }
        }
    }

    /// Slopes by each judgement of a set are each the same part of the slope by all of them at once: what
    /// does not tell actors apart does not tell their numbers apart.
    static double[] shared(Scenario scenario, double[] slopes) {
        double[] shared = slopes.clone();
        for (List<Integer> set : sets(scenario)) {
            double sum = 0;
            for (int index : set) {
                sum += slopes[index];
            }
            for (int index : set) {
                shared[index] = sum / set.size();
            }
        }
        return shared;
    }

    private static List<List<Integer>> sets(Scenario scenario) {
        var ties = new Ties(scenario.judgements().size());
        scenario.alike().forEach(peers -> ties.tie(peers.numbers()));
        return ties.groups();
    }
}
