package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import org.casus.game.Game;

/// One pass of a [Watch] over the powers of the uniformised chain.
///
/// Lane 0 is the chain itself, then one lane a target, then one a set of plays. Lanes go through the jumps in
/// groups ([Groups]), state-major: `p[lane / SIZE][x * SIZE + lane % SIZE]`. Jumps that every lane follows are
/// merged by target, as in [Chain]; those of watched plays, which some lanes do not follow, stay apart ([Watched]).
final class Lanes {

    private static final double TAIL = 1e-15;

    private final Watch.Question question;
    private final int states;
    private final int lanes;
    private final int firstMade;
    private final Watched watched;
    private final Groups step;
    private final double clock;
    private final PoissonWeights weights;
    private final double[] lost;
    /// States of each target.
    private final int[][] targets;

    Lanes(Game game, double[] rates, Watch.Question question) {
        if (rates.length != game.plays()) {
            throw new IllegalArgumentException(rates.length + " rates for " + game.plays() + " plays");
        }
        this.question = question;
        states = game.states;
        firstMade = 1 + question.targets().size();
        lanes = firstMade + question.plays().size();
        watched = Watched.of(game, rates, question.plays(), firstMade);
        Jumps into = unwatched(game, rates, question);
        double[] leaving = leaving(into);
        double fastest = Arrays.stream(leaving).max().orElse(0);
        clock = fastest == 0 ? 1 : fastest;
        double[] stay = Arrays.stream(leaving).map(rate -> 1 - rate / clock).toArray();
        step = new Groups(into, watched, stay, 1 / clock);
        weights = PoissonWeights.of(clock, question.until(), TAIL);
        lost = new double[lanes];
        targets = question.targets().stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    /// The chain without the watched plays.
    private static Jumps unwatched(Game game, double[] rates, Watch.Question question) {
        double[] others = rates.clone();
        for (BitSet set : question.plays()) {
            set.stream().forEach(e -> others[e] = 0);
        }
        return Chain.of(game, others).into();
    }

    private double[] leaving(Jumps into) {
        var leaving = new double[states];
        for (int k = 0; k < into.size(); k++) {
            leaving[into.other()[k]] += into.rate()[k];
        }
        watched.leave(leaving);
        return leaving;
    }

    Watch run(double[] from) {
        var at = new double[states];
        var spent = new double[states];
        var before = new double[question.before() ? lanes - firstMade : 0][states];
        int groups = (lanes + Groups.SIZE - 1) / Groups.SIZE;
        var p = new double[groups][Groups.SIZE * states];
        var next = new double[groups][Groups.SIZE * states];
        for (int lane = 0; lane < lanes; lane++) {
            for (int x = 0; x < states; x++) {
                p[lane / Groups.SIZE][x * Groups.SIZE + lane % Groups.SIZE] = from[x];
            }
        }
        meet(p);
        var odds = new double[lanes];
        for (int k = 0; k <= weights.right(); k++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            mix(weights.at(k), p, 0, at);
            mix(weights.beyond(k) / clock, p, 0, spent);
            for (int j = 0; j < before.length; j++) {
                mix(weights.beyond(k) / clock, p, firstMade + j, before[j]);
            }
            for (int lane = 0; lane < lanes; lane++) {
                odds[lane] += weights.at(k) * lost[lane];
            }
            if (k < weights.right()) {
                step(p, next);
                var swap = p;
                p = next;
                next = swap;
            }
        }
        return new Watch(
                at, spent, Arrays.copyOfRange(odds, 1, firstMade), Arrays.copyOfRange(odds, firstMade, lanes), before);
    }

    private void mix(double weight, double[][] p, int lane, double[] mixed) {
        if (weight > 0) {
            double[] group = p[lane / Groups.SIZE];
            int at = lane % Groups.SIZE;
            for (int x = 0; x < states; x++) {
                mixed[x] += weight * group[x * Groups.SIZE + at];
            }
        }
    }

    /// One power on.
    private void step(double[][] p, double[][] next) {
        for (int group = 0; group < p.length; group++) {
            if (group * Groups.SIZE + 1 == lanes) {
                step.single(group, p[group], next[group]);
            } else {
                step.step(group, p[group], next[group]);
            }
        }
        for (int lane = firstMade; lane < lanes; lane++) {
            lost[lane] += watched.ends()[lane - firstMade].flow(p[lane / Groups.SIZE], lane % Groups.SIZE) / clock;
        }
        meet(next);
    }

    /// Takes what stands on its target out of each lane.
    private void meet(double[][] p) {
        for (int j = 0; j < targets.length; j++) {
            double[] group = p[(1 + j) / Groups.SIZE];
            int at = (1 + j) % Groups.SIZE;
            double met = 0;
            for (int x : targets[j]) {
                met += group[x * Groups.SIZE + at];
                group[x * Groups.SIZE + at] = 0;
            }
            lost[1 + j] += met;
        }
    }
}
