package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// How a game lies in memory while it is solved.
///
/// * Values are state-major with the actors padded to a multiple of four **lanes**: `v[x * lanes + i]`, zero in the
///   padding, so that loops over actors are straight lines of four.
/// * **Jumps**: the states each state can reach at once, whoever makes it jump, each target once and in ascending
/// order:
///   most loops need only the total rate of a jump. Leads and chance know their jump.
/// * **Blocks**: runs of states of about equal work. Their number depends on the game alone, so what is computed block
///   by block is the same for any number of threads.
///
/// Memory 12 bytes a jump, 4 a lead. Built in O(leads · log(jumps of a state)).
final class Layout {

    /// Actors of one straight line.
    static final int LINE = 4;

    private static final int MOST_BLOCKS = 16;
    private static final int LEAST_STATES = 64;

    final Game game;
    final int states;
    final int lanes;
    /// First state of each block `[blocks + 1]`.
    final int[] block;
    /// First jump of each state `[R + 1]`.
    final int[] jumpStart;
    /// Target of each jump, ascending in each state.
    final int[] jumpTo;
    /// Rate of each jump by chance alone, per clock unit.
    final double[] jumpChance;
    /// Jump of each lead.
    final int[] leadJump;
    /// Jumps of state x below `innerStart[x]` or from `innerEnd[x]` on leave its block; below `upper[x]` they go down.
    final int[] innerStart;

    final int[] innerEnd;
    final int[] upper;
    /// Most plays in one state.
    final int mostPlays;

    Layout(Game game) {
        this.game = game;
        states = game.states;
        lanes = (game.actors + LINE - 1) / LINE * LINE;
        jumpStart = new int[states + 1];
        leadJump = new int[game.leadTo.length];
        int[] targets = new int[game.leadTo.length + game.chanceTo.length];
        int jumps = 0;
        int most = 0;
        for (int x = 0; x < states; x++) {
            jumps = addTargets(x, targets, jumps);
            jumpStart[x + 1] = jumps;
            most = Math.max(most, game.playStart[x + 1] - game.playStart[x]);
        }
        mostPlays = most;
        jumpTo = Arrays.copyOf(targets, jumps);
        jumpChance = new double[jumps];
        linkJumps();
        block = evenBlocks();
        innerStart = new int[states];
        innerEnd = new int[states];
        upper = new int[states];
        for (int b = 0; b < blocks(); b++) {
            for (int x = block[b]; x < block[b + 1]; x++) {
                innerStart[x] = firstAtLeast(x, block[b]);
                upper[x] = firstAtLeast(x, x);
                innerEnd[x] = firstAtLeast(x, block[b + 1]);
            }
        }
    }

    int blocks() {
        return block.length - 1;
    }

    /// Length of an array with one number for each state and lane.
    int size() {
        return states * lanes;
    }

    private int addTargets(int x, int[] targets, int from) {
        int to = from;
        for (int l = game.leadStart[game.playStart[x]]; l < game.leadStart[game.playStart[x + 1]]; l++) {
            targets[to++] = game.leadTo[l];
        }
        for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
            targets[to++] = game.chanceTo[k];
        }
        Arrays.sort(targets, from, to);
        int kept = from;
        for (int k = from; k < to; k++) {
            if (kept == from || targets[kept - 1] != targets[k]) {
                targets[kept++] = targets[k];
            }
        }
        return kept;
    }

    private void linkJumps() {
        for (int x = 0; x < states; x++) {
            int from = jumpStart[x];
            int to = jumpStart[x + 1];
            for (int l = game.leadStart[game.playStart[x]]; l < game.leadStart[game.playStart[x + 1]]; l++) {
                leadJump[l] = Arrays.binarySearch(jumpTo, from, to, game.leadTo[l]);
            }
            for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
                jumpChance[Arrays.binarySearch(jumpTo, from, to, game.chanceTo[k])] += game.chanceRate[k];
            }
        }
    }

    /// A state costs about as much as its jumps and leads, and a little by itself.
    private int[] evenBlocks() {
        int count = Math.clamp(states / LEAST_STATES, 1, MOST_BLOCKS);
        int[] bounds = new int[count + 1];
        long total = work(states);
        int x = 0;
        for (int b = 1; b < count; b++) {
            while (work(x) * count < total * b) {
                x++;
            }
            bounds[b] = x;
        }
        bounds[count] = states;
        return bounds;
    }

    private long work(int x) {
        return 4L * x + jumpStart[x] + game.leadStart[game.playStart[x]];
    }

    private int firstAtLeast(int x, int state) {
        int found = Arrays.binarySearch(jumpTo, jumpStart[x], jumpStart[x + 1], state);
        return found >= 0 ? found : -found - 1;
    }
}
