package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.game.Game;

/// The yardstick of [Simulate]: the direct method (Gillespie 1976) as one would first write it, with a list
/// of records for each state and a list of records for each run.
final class RecordSimulator {

    /// A way out of a state.
    record Way(int move, int event, int to, double rate) {}

    /// A jump of a run.
    record Jump(double time, Way way) {}

    private final List<List<Way>> ways = new ArrayList<>();
    private final int start;
    private final double horizon;

    RecordSimulator(Game game, double[] rates) {
        start = game.start;
        horizon = game.horizon;
        for (int x = 0; x < game.states; x++) {
            List<Way> here = new ArrayList<>();
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    here.add(new Way(game.playMove[p], -1, game.leadTo(x, l), rates[e] * game.leadOdds[l]));
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                here.add(new Way(-1, game.chanceEvent[k], game.chanceTo(x, k), game.chanceRate[k]));
            }
            ways.add(List.copyOf(here));
        }
    }

    List<Jump> run(SplittableRandom random) {
        List<Jump> jumps = new ArrayList<>();
        int state = start;
        double now = 0;
        while (true) {
            List<Way> here = ways.get(state);
            double all = here.stream().mapToDouble(Way::rate).sum();
            now -= Math.log1p(-random.nextDouble()) / all;
            if (!(now < horizon)) {
                return jumps;
            }
            double luck = random.nextDouble() * all;
            Way taken = here.getLast();
            for (Way way : here) {
                luck -= way.rate();
                if (luck < 0) {
                    taken = way;
                    break;
                }
            }
            jumps.add(new Jump(now, taken));
            state = taken.to();
        }
    }
}
