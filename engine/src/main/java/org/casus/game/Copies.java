package org.casus.game;

/// Copies: an actor's plays of one state that lead to the same states with the same odds. They count
/// as one move,
/// weighted as the cheapest of them and shared by softmax inside, so that stating a move twice changes
/// nothing.
final class Copies {

    /// Odds this close are the same: they are sums of the same products in another order.
    private static final double SAME = 1e-12;

    private Copies() {}

    /// [Game#playWeight] of the parts `b`: for a play of price c among copies of prices c_k, the
    /// cheapest c₀,
    ///
    ///     ln(μ/λ) − ln Σ_k exp(−κ (c_k − c₀))
    ///
    /// Time O(p²) for a state in which one actor has p plays.
    static double[] weights(Game.Builder b) {
        var weights = new double[b.playActor.length];
        for (int x = 0; x < b.states; x++) {
            for (int e = b.playStart[x]; e < b.playStart[x + 1]; e++) {
                int i = b.playActor[e];
                weights[e] = Math.log(b.drifts[i] / b.acts[i]) - logCopies(b, x, e);
            }
        }
        return weights;
    }

    private static double logCopies(Game.Builder b, int state, int play) {
        double cheapest = b.playCost[play];
        for (int f = b.playStart[state]; f < b.playStart[state + 1]; f++) {
            if (b.playCost[f] < cheapest && copies(b, play, f)) {
                cheapest = b.playCost[f];
            }
        }
        double sum = 0;
        double kappa = b.kappa[b.playActor[play]];
        for (int f = b.playStart[state]; f < b.playStart[state + 1]; f++) {
            if (copies(b, play, f)) {
                sum += Math.exp(-kappa * (b.playCost[f] - cheapest));
            }
        }
        return Math.log(sum);
    }

    /// Adds to `slopes` what a slope by each of the weights comes to in prices, κ, λ and μ, copies being
    /// copies still. With p_k = exp(−κ (c_k − c₀)) / Σ of them, the weight's own slopes are
    ///
    ///     1/μ, −1/λ,    κ p_k by c_k,    −κ by c₀,    Σ p_k (c_k − c₀) by κ
    ///
    /// Where several are the cheapest the first of them counts as c₀: prices of copies that are equal
    /// and change apart have a kink there.
    static void pull(Game game, double[] byWeight, GameSlopes slopes) {
        Game.Builder b = Game.Builder.of(game);
        for (int x = 0; x < b.states; x++) {
            for (int e = b.playStart[x]; e < b.playStart[x + 1]; e++) {
                int i = b.playActor[e];
                slopes.drifts()[i] += byWeight[e] / b.drifts[i];
                slopes.acts()[i] -= byWeight[e] / b.acts[i];
                pullCopies(b, x, e, byWeight[e], slopes);
            }
        }
    }

    private static void pullCopies(Game.Builder b, int state, int play, double slope, GameSlopes slopes) {
        int cheapest = -1;
        int count = 0;
        for (int f = b.playStart[state]; f < b.playStart[state + 1]; f++) {
            if (copies(b, play, f)) {
                cheapest = cheapest < 0 || b.playCost[f] < b.playCost[cheapest] ? f : cheapest;
                count++;
            }
        }
        if (count == 1) {
            return;
        }
        double kappa = b.kappa[b.playActor[play]];
        double least = b.playCost[cheapest];
        double all = Math.exp(logCopies(b, state, play));
        for (int f = b.playStart[state]; f < b.playStart[state + 1]; f++) {
            if (copies(b, play, f)) {
                double share = Math.exp(-kappa * (b.playCost[f] - least)) / all;
                slopes.playCost()[f] += slope * kappa * share;
                slopes.kappa()[b.playActor[play]] += slope * share * (b.playCost[f] - least);
            }
        }
        slopes.playCost()[cheapest] -= slope * kappa;
    }

    private static boolean copies(Game.Builder b, int e, int f) {
        int size = b.leadStart[e + 1] - b.leadStart[e];
        if (b.playActor[e] != b.playActor[f] || b.leadStart[f + 1] - b.leadStart[f] != size) {
            return false;
        }
        for (int k = 0; k < size; k++) {
            int le = b.leadStart[e] + k;
            int lf = b.leadStart[f] + k;
            boolean there = b.leadTo[le] == b.leadTo[lf] && b.seats.turnOfLead(le) == b.seats.turnOfLead(lf);
            if (!there || Math.abs(b.leadOdds[le] - b.leadOdds[lf]) > SAME) {
                return false;
            }
        }
        return true;
    }
}
