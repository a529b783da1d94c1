package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import org.casus.game.Game;

/// One pass of a [Watch] over the powers of the uniformised chain.
///
/// Lane 0 is the chain itself, then one lane a target, then one a set of plays. Lanes go through the jumps in
/// groups of [#GROUP], so that a jump is read once for all of them and their sums stay in registers; the
/// odds of a group are state-major, `p[lane / GROUP][x * GROUP + lane % GROUP]`. Jumps that every lane follows are
/// merged by target, as in [Chain]; those of
/// watched plays, which some lanes do not follow, stay apart one by one. Where a watched play may lead
/// nowhere, its staying is a jump from the state to itself.
final class Lanes {

    private static final double TAIL = 1e-15;
    private static final int GROUP = 4;

    /// Jumps of one watched play, and the lanes that follow it and those that end with it.
    ///
    /// @param rate of making it, per clock unit
    /// @param to states it leads to, its own among them where it may lead nowhere
    /// @param each rate of going to each
    private record Play(int state, double rate, int[] to, double[] each, int[] follow, int[] end) {}

    private final Watch.Question question;
    private final int states;
    private final int lanes;
    private final int firstMade;
    private final Play[] plays;
    private final Jumps into;
    private final double[] stays;
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
        var watched = new BitSet();
        question.plays().forEach(watched::or);
        plays = watched.stream().mapToObj(e -> play(game, rates, e)).toArray(Play[]::new);
        into = unwatched(game, rates, watched);
        double[] leaving = leaving();
        double fastest = Arrays.stream(leaving).max().orElse(0);
        clock = fastest == 0 ? 1 : fastest;
        stays = Arrays.stream(leaving).map(rate -> 1 - rate / clock).toArray();
        weights = PoissonWeights.of(clock, question.until(), TAIL);
        lost = new double[lanes];
        targets = question.targets().stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    private Play play(Game game, double[] rates, int e) {
        int state = game.stateOf(e);
        int p = game.entry(state, e);
        int first = game.leadStart[p];
        int leads = game.leadStart[p + 1] - first;
        var to = new int[leads + 1];
        var each = new double[leads + 1];
        double rest = 1;
        for (int l = 0; l < leads; l++) {
            to[l] = game.leadTo(state, first + l);
            each[l] = rates[e] * game.leadOdds[first + l];
            rest -= game.leadOdds[first + l];
        }
        to[leads] = state;
        each[leads] = rates[e] * Math.max(0, rest);
        var end = new BitSet();
        for (int j = 0; j < question.plays().size(); j++) {
            end.set(firstMade + j, question.plays().get(j).get(e));
        }
        var follow = (BitSet) end.clone();
        follow.flip(0, lanes);
        return new Play(
                state,
                rates[e],
                to,
                each,
                follow.stream().toArray(),
                end.stream().toArray());
    }

    /// The chain without the watched plays.
    private static Jumps unwatched(Game game, double[] rates, BitSet watched) {
        double[] others = rates.clone();
        watched.stream().forEach(e -> others[e] = 0);
        return Chain.of(game, others).into();
    }

    private double[] leaving() {
        var leaving = new double[states];
        for (int k = 0; k < into.size(); k++) {
            leaving[into.other()[k]] += into.rate()[k];
        }
        for (Play play : plays) {
            leaving[play.state] += Arrays.stream(play.each).sum();
        }
        return leaving;
    }

    Watch run(double[] from) {
        var at = new double[states];
        var spent = new double[states];
        var before = new double[question.before() ? lanes - firstMade : 0][states];
        int groups = (lanes + GROUP - 1) / GROUP;
        var p = new double[groups][GROUP * states];
        var next = new double[groups][GROUP * states];
        for (int lane = 0; lane < lanes; lane++) {
            for (int x = 0; x < states; x++) {
                p[lane / GROUP][x * GROUP + lane % GROUP] = from[x];
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
            double[] group = p[lane / GROUP];
            int at = lane % GROUP;
            for (int x = 0; x < states; x++) {
                mixed[x] += weight * group[x * GROUP + at];
            }
        }
    }

    /// One power on.
    private void step(double[][] p, double[][] next) {
        for (int group = 0; group < p.length; group++) {
            if (group * GROUP + 1 == lanes) {
                single(p[group], next[group]);
            } else {
                group(p[group], next[group]);
            }
        }
        for (Play play : plays) {
            make(play, p, next);
        }
        meet(next);
    }

    private void group(double[] p, double[] next) {
        int[] start = into.start();
        int[] other = into.other();
        double[] rate = into.rate();
        double tick = 1 / clock;
        for (int y = 0; y < states; y++) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int k = start[y]; k < start[y + 1]; k++) {
                int from = other[k] * GROUP;
                double r = rate[k];
                a += r * p[from];
                b += r * p[from + 1];
                c += r * p[from + 2];
                d += r * p[from + 3];
            }
            int here = y * GROUP;
            double stay = stays[y];
            next[here] = stay * p[here] + a * tick;
            next[here + 1] = stay * p[here + 1] + b * tick;
            next[here + 2] = stay * p[here + 2] + c * tick;
            next[here + 3] = stay * p[here + 3] + d * tick;
        }
    }

    /// The same for a group of which only the first lane is used.
    private void single(double[] p, double[] next) {
        int[] start = into.start();
        int[] other = into.other();
        double[] rate = into.rate();
        double tick = 1 / clock;
        for (int y = 0; y < states; y++) {
            double inflow = 0;
            for (int k = start[y]; k < start[y + 1]; k++) {
                inflow += rate[k] * p[other[k] * GROUP];
            }
            next[y * GROUP] = stays[y] * p[y * GROUP] + inflow * tick;
        }
    }

    private void make(Play play, double[][] p, double[][] next) {
        int here = play.state * GROUP;
        for (int l = 0; l < play.to.length; l++) {
            double share = play.each[l] / clock;
            int there = play.to[l] * GROUP;
            for (int lane : play.follow) {
                int at = lane % GROUP;
                next[lane / GROUP][there + at] += share * p[lane / GROUP][here + at];
            }
        }
        for (int lane : play.end) {
            lost[lane] += play.rate / clock * p[lane / GROUP][here + lane % GROUP];
        }
    }

    /// Takes what stands on its target out of each lane.
    private void meet(double[][] p) {
        for (int j = 0; j < targets.length; j++) {
            double[] group = p[(1 + j) / GROUP];
            int at = (1 + j) % GROUP;
            double met = 0;
            for (int x : targets[j]) {
                met += group[x * GROUP + at];
                group[x * GROUP + at] = 0;
            }
            lost[1 + j] += met;
        }
    }
}
