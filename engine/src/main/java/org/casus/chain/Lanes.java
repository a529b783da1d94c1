package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import org.casus.game.Game;

/// One pass of a [Watch] over the powers of the uniformised chain.
///
/// Lane 0 is the chain itself, then one lane a target, then one a set of plays; odds are kept
/// state-major, `p[x * lanes + lane]`. Jumps that every lane follows are merged by target, as in
/// [Chain]; those of watched plays, which some lanes do not follow, stay apart one by one. Where
/// a watched play may lead nowhere, its staying is a jump from the state to itself.
final class Lanes {

    private static final double TAIL = 1e-15;

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
    /// Where the odds of the states of each target lie in its lane.
    private final int[][] targets;

    private final Jumps into;
    private final double[] stays;
    private final double clock;
    private final PoissonWeights weights;
    private final double[] lost;
    private final double[] sum;

    Lanes(Game game, double[] rates, Watch.Question question) {
        if (rates.length != game.plays()) {
            throw new IllegalArgumentException(rates.length + " rates for " + game.plays() + " plays");
        }
        if (!(question.until() >= 0) || Double.isInfinite(question.until())) {
            throw new IllegalArgumentException("a time of " + question.until());
        }
        this.question = question;
        states = game.states;
        firstMade = 1 + question.targets().size();
        lanes = firstMade + question.plays().size();
        var watched = new BitSet();
        question.plays().forEach(watched::or);
        plays = watched.stream().mapToObj(e -> play(game, rates, e)).toArray(Play[]::new);
        targets = new int[question.targets().size()][];
        Arrays.setAll(
                targets,
                j -> question.targets().get(j).stream()
                        .map(x -> x * lanes + 1 + j)
                        .toArray());
        into = unwatched(game, rates, watched);
        double[] leaving = leaving();
        double fastest = Arrays.stream(leaving).max().orElse(0);
        clock = fastest == 0 ? 1 : fastest;
        stays = Arrays.stream(leaving).map(rate -> 1 - rate / clock).toArray();
        if (!(clock * question.until() <= PoissonWeights.LARGEST)) {
            throw new TooFastException(clock, question.until());
        }
        weights = PoissonWeights.of(clock * question.until(), TAIL);
        lost = new double[lanes];
        sum = new double[lanes];
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
        var p = new double[states * lanes];
        var next = new double[states * lanes];
        for (int x = 0; x < states; x++) {
            Arrays.fill(p, x * lanes, (x + 1) * lanes, from[x]);
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

    private void mix(double weight, double[] p, int lane, double[] mixed) {
        if (weight > 0) {
            for (int x = 0; x < states; x++) {
                mixed[x] += weight * p[x * lanes + lane];
            }
        }
    }

    /// One power on.
    private void step(double[] p, double[] next) {
        int[] start = into.start();
        int[] other = into.other();
        double[] rate = into.rate();
        for (int y = 0; y < states; y++) {
            Arrays.fill(sum, 0);
            for (int k = start[y]; k < start[y + 1]; k++) {
                add(rate[k], p, other[k] * lanes);
            }
            int here = y * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                next[here + lane] = stays[y] * p[here + lane] + sum[lane] / clock;
            }
        }
        for (Play play : plays) {
            make(play, p, next);
        }
        meet(next);
    }

    private void add(double rate, double[] p, int from) {
        for (int lane = 0; lane < sum.length; lane++) {
            sum[lane] += rate * p[from + lane];
        }
    }

    private void make(Play play, double[] p, double[] next) {
        int here = play.state * lanes;
        for (int l = 0; l < play.to.length; l++) {
            double share = play.each[l] / clock;
            int there = play.to[l] * lanes;
            for (int lane : play.follow) {
                next[there + lane] += share * p[here + lane];
            }
        }
        for (int lane : play.end) {
            lost[lane] += play.rate / clock * p[here + lane];
        }
    }

    /// Takes what stands on its target out of each lane.
    private void meet(double[] p) {
        for (int j = 0; j < targets.length; j++) {
            double met = 0;
            for (int at : targets[j]) {
                met += p[at];
                p[at] = 0;
            }
            lost[1 + j] += met;
        }
    }
}
