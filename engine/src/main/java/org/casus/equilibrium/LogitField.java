package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The field F(V): how fast values change per unit of horizon when the game to come is worth V, and
/// the rates of play.
///
///     A_e    = −c_e + Σ_y P_e(y) (V_i(y) − V_i(x))             advantage of play e of actor i in x over waiting
///     w_e    = exp(playWeight_e + κ_i A_e)
///     h_e    = λ_i w_e / (1 + Σ w)                             sum over i's plays in x
///     F_i(x) = u_i − ρ_i V_i + Σ_y jump(x, y) (V_i(y) − V_i(x)) + own_i
///
/// where jump(x, y) is the total rate at which x jumps to y, by chance and by anyone's plays.
/// `own_i` puts i's own plays right, which the sum over jumps counts at h_e (A_e + c_e): they are
/// worth h_e max(0, A_e) under *intentions*, h_e A_e under *mistakes* and together (λ_i/κ_i) ln(1
/// + Σ w) under *tastes*.
///
/// Where exponents are large they are taken less the largest, so nothing overflows. One call is
/// O(leads + jumps · N) and one exponential a play. Rounding leaves |F| at about 1e-16 of the
/// rates out times max |V|. Rates and advantages are kept for a tile of states at a time, and
/// only in a [Snapshot] for longer: memory beside that is a few tiles.
final class LogitField {

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    /// κ, which a continuation lowers `[N]`.
    final double[] kappa;
    /// Play at the values last given to [#evaluate].
    final Snapshot now;
    /// Largest |F_i| of each block and lane.
    private final double[] largest;
    private final Tile[] tiles;
    private final Advantages advantages;
    private final Choices choices;

    @FunctionalInterface
    private interface Use {
        void of(Tile tile);
    }

    /// @param scale units of each actor's values
    LogitField(Layout layout, Parallel parallel, double[] scale) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        kappa = game.kappa.clone();
        now = new Snapshot(layout, scale);
        largest = new double[layout.blocks() * layout.lanes];
        advantages = new Advantages(layout);
        choices = new Choices(layout);
        tiles = new Tile[layout.blocks()];
        Arrays.setAll(tiles, b -> new Tile(layout));
    }

    /// Makes everyone's sharpness `share` of what the game says.
    void sharpen(double share) {
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = share * game.kappa[i];
        }
    }

    /// F at `v` into `f`, both `[R * lanes]`; [#now] becomes play at `v`.
    void evaluate(double[] v, double[] f) {
        run(v, tile -> {
            now.take(tile);
            System.arraycopy(tile.f, 0, f, tile.first * layout.lanes, (tile.end - tile.first) * layout.lanes);
        });
    }

    /// The same, rounded to single precision.
    void evaluate(double[] v, float[] f) {
        run(v, tile -> {
            now.take(tile);
            round(tile, f);
        });
    }

    /// Takes F of a run of states, from number `base` of an array of values on.
    @FunctionalInterface
    interface Reader {
        void take(int base, double[] f, int count);
    }

    /// F at `v` while [#now] stays as it is.
    void glance(double[] v, Reader reader) {
        int lanes = layout.lanes;
        run(v, tile -> reader.take(tile.first * lanes, tile.f, (tile.end - tile.first) * lanes));
    }

    /// h of each play at `v`, per clock unit `[plays]`; [#now] becomes play at `v`.
    double[] rates(double[] v) {
        double[] rate = new double[game.plays()];
        run(v, tile -> {
            now.take(tile);
            int first = game.playStart[tile.first];
            System.arraycopy(tile.rate, 0, rate, first, game.playStart[tile.end] - first);
        });
        return rate;
    }

    /// All that is known of play at `v`.
    Rates play(double[] v) {
        var play = new Rates(new double[game.plays()], new double[game.plays()], new double[game.jumpTo.length]);
        run(v, tile -> {
            int first = game.playStart[tile.first];
            int plays = game.playStart[tile.end] - first;
            System.arraycopy(tile.rate, 0, play.rate(), first, plays);
            System.arraycopy(tile.advantage, 0, play.advantage(), first, plays);
            int jump = game.jumpStart[tile.first];
            System.arraycopy(tile.jump, 0, play.jump(), jump, game.jumpStart[tile.end] - jump);
        });
        return play;
    }

    private void round(Tile tile, float[] f) {
        int base = tile.first * layout.lanes;
        int length = (tile.end - tile.first) * layout.lanes;
        for (int k = 0; k < length; k++) {
            f[base + k] = (float) tile.f[k];
        }
    }

    private void run(double[] v, Use use) {
        parallel.run(layout.blocks(), b -> {
            Tile tile = tiles[b];
            Arrays.fill(tile.largest, 0);
            for (int x = layout.block[b]; x < layout.block[b + 1]; x += Layout.TILE) {
                tile.first = x;
                tile.end = Math.min(x + Layout.TILE, layout.block[b + 1]);
                discount(tile, v);
                advantages.weigh(tile, v, kappa);
                choices.make(tile, kappa);
                drift(tile, v);
                tile.note((tile.end - x) * layout.lanes);
                use.of(tile);
            }
            note(b, tile);
        });
    }

    /// f = u − ρ V.
    private void discount(Tile tile, double[] v) {
        int lanes = layout.lanes;
        int base = tile.first * lanes;
        for (int x = tile.first; x < tile.end; x++) {
            int flow = game.flowKind[x] * game.actors;
            for (int i = 0; i < game.actors; i++) {
                tile.f[x * lanes + i - base] = game.flowTable[flow + i] - game.discount[i] * v[x * lanes + i];
            }
        }
    }

    /// f += Σ_y jump(x, y) (V(y) − V(x)).
    private void drift(Tile tile, double[] v) {
        int lanes = layout.lanes;
        int firstJump = game.jumpStart[tile.first];
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = tile.first; x < tile.end; x++) {
                int f = (x - tile.first) * lanes + line;
                int from = game.jumpStart[x];
                int to = game.jumpStart[x + 1];
                int k = x * lanes + line;
                if (layout.turned()) {
                    SeatedLines.drift(v, k, line, layout, from, to, tile.jump, firstJump, tile.f, f);
                } else {
                    Lines.drift(v, k, line, lanes, game.jumpTo, from, to, tile.jump, firstJump, tile.f, f);
                }
            }
        }
    }

    private void note(int b, Tile tile) {
        for (int i = 0; i < layout.lanes; i++) {
            largest[b * layout.lanes + i] = Double.longBitsToDouble(tile.largest[i]);
        }
    }

    /// max |F_i| over the states at the values last given; NaN if one is not a number.
    double largest(int actor) {
        double most = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            most = Math.max(most, largest[b * layout.lanes + actor]);
        }
        return most;
    }

    /// What is left of the equations of [Worth], u − Σ h c − ρ W + Σ_y jump(x, y) (W(y) − W(x)),
    /// for given rates of play.
    void incomeLeft(double[] w, double[] rate, float[] left) {
        parallel.run(layout.blocks(), b -> {
            Tile tile = tiles[b];
            Arrays.fill(tile.largest, 0);
            for (int x = layout.block[b]; x < layout.block[b + 1]; x += Layout.TILE) {
                tile.first = x;
                tile.end = Math.min(x + Layout.TILE, layout.block[b + 1]);
                discount(tile, w);
                pay(tile, rate);
                drift(tile, w);
                tile.note((tile.end - x) * layout.lanes);
                round(tile, left);
            }
            note(b, tile);
        });
    }

    /// f −= h c, and rates by where they lead.
    private void pay(Tile tile, double[] rate) {
        int firstJump = game.jumpStart[tile.first];
        Arrays.fill(tile.jump, 0, game.jumpStart[tile.end] - firstJump, 0);
        for (int x = tile.first; x < tile.end; x++) {
            int jumps = game.jumpStart[x] - firstJump;
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                tile.jump[jumps + game.chanceJump[k]] += game.chanceRate[k];
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                tile.f[(x - tile.first) * layout.lanes + game.playActor[p]] -= rate[e] * game.playCost[p];
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    tile.jump[jumps + game.leadJump[l]] += rate[e] * game.leadOdds[l];
                }
            }
        }
    }
}
