package org.casus.game;

/// Copies: an actor's plays of one state that lead to the same states with the same odds. They
/// count as one move,
/// weighted as the cheapest of them and shared by softmax inside, so that stating a move twice
/// changes nothing.
final class Copies {

    /// Odds this close are the same: they are sums of the same products in another order.
    private static final double SAME = 1e-12;

    private final double[] acts;
    private final double[] drifts;
    private final double[] kappa;
    private final Shape shape;
    private final double[] playCost;
    private final double[] leadOdds;

    private Copies(double[] acts, double[] drifts, double[] kappa, Shape shape, double[] playCost, double[] leadOdds) {
        this.acts = acts;
        this.drifts = drifts;
        this.kappa = kappa;
        this.shape = shape;
        this.playCost = playCost;
        this.leadOdds = leadOdds;
    }

    /// [Game#playWeight]: for a play of price c among copies of prices c_k, the cheapest c₀,
    ///
    ///     ln(μ/λ) − ln Σ_k exp(−κ (c_k − c₀))
    ///
    /// Time O(p²) for a kind in which one actor has p plays.
    static double[] weights(Game.Builder b, Shape shape, Game.Numbers numbers) {
        return new Copies(b.acts, b.drifts, b.kappa, shape, numbers.playCost(), numbers.leadOdds()).weights();
    }

    private double[] weights() {
        var weights = new double[playCost.length];
        for (int kind = 0; kind < shape.listStart().length - 1; kind++) {
            for (int p = first(kind); p < first(kind + 1); p++) {
                int i = shape.playActor()[p];
                weights[p] = Math.log(drifts[i] / acts[i]) - logCopies(kind, p);
            }
        }
        return weights;
    }

    private int first(int kind) {
        return shape.listStart()[kind];
    }

    private double logCopies(int kind, int play) {
        double cheapest = playCost[play];
        for (int f = first(kind); f < first(kind + 1); f++) {
            if (playCost[f] < cheapest && copies(play, f)) {
                cheapest = playCost[f];
            }
        }
        double sum = 0;
        for (int f = first(kind); f < first(kind + 1); f++) {
            if (copies(play, f)) {
                sum += Math.exp(-kappa[shape.playActor()[play]] * (playCost[f] - cheapest));
            }
        }
        return Math.log(sum);
    }

    /// Adds to `slopes` what a slope by each of the weights comes to in prices, κ, λ and μ,
    /// copies being copies still. With p_k = exp(−κ (c_k − c₀)) / Σ of them, the weight's own
    /// slopes are
    ///
    ///     1/μ, −1/λ,    κ p_k by c_k,    −κ by c₀,    Σ p_k (c_k − c₀) by κ
    ///
    /// Where several are the cheapest the first of them counts as c₀: prices of copies that are
    /// equal and change apart have a kink there.
    static void pull(Game game, Shape shape, double[] byWeight, GameSlopes slopes) {
        var copies = new Copies(game.acts, game.drifts, game.kappa, shape, game.playCost, game.leadOdds);
        for (int kind = 0; kind < game.kinds(); kind++) {
            for (int p = copies.first(kind); p < copies.first(kind + 1); p++) {
                int i = game.playActor[p];
                slopes.drifts()[i] += byWeight[p] / game.drifts[i];
                slopes.acts()[i] -= byWeight[p] / game.acts[i];
                copies.pull(kind, p, byWeight[p], slopes);
            }
        }
    }

    private void pull(int kind, int play, double slope, GameSlopes slopes) {
        int cheapest = -1;
        int count = 0;
        for (int f = first(kind); f < first(kind + 1); f++) {
            if (copies(play, f)) {
                cheapest = cheapest < 0 || playCost[f] < playCost[cheapest] ? f : cheapest;
                count++;
            }
        }
        if (count == 1) {
            return;
        }
        int actor = shape.playActor()[play];
        double least = playCost[cheapest];
        double all = Math.exp(logCopies(kind, play));
        for (int f = first(kind); f < first(kind + 1); f++) {
            if (copies(play, f)) {
                double share = Math.exp(-kappa[actor] * (playCost[f] - least)) / all;
                slopes.playCost()[f] += slope * kappa[actor] * share;
                slopes.kappa()[actor] += slope * share * (playCost[f] - least);
            }
        }
        slopes.playCost()[cheapest] -= slope * kappa[actor];
    }

    private boolean copies(int e, int f) {
        int[] start = shape.leadStart();
        int size = start[e + 1] - start[e];
        if (shape.playActor()[e] != shape.playActor()[f] || start[f + 1] - start[f] != size) {
            return false;
        }
        for (int k = 0; k < size; k++) {
            int le = start[e] + k;
            int lf = start[f] + k;
            if (shape.leadJump()[le] != shape.leadJump()[lf] || Math.abs(leadOdds[le] - leadOdds[lf]) > SAME) {
                return false;
            }
        }
        return true;
    }
}
