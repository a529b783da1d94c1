package org.casus.equilibrium;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.casus.game.Game;

/// How a game lies in memory while it is solved.
///
/// * Values are state-major with the actors padded to a multiple of eight **lanes**: `v[x * lanes +
/// i]`, zero in the
///   padding. Loops over actors become straight lines of eight with their sums in registers, which
/// measured seven times
///   as fast as loops over actors.
/// * **Jumps**: the states each state can reach at once, whoever makes it jump, each target once and
/// in ascending
///   order. Most loops need only the total rate of a jump. Leads and chance know their jump.
/// * Plays and leads know where in an array of values their numbers lie, so that loops over all of
/// them are flat:
/// nested
///   loops over actors, plays and leads spend half their time on branches nobody can predict.
/// * **Blocks**: runs of states of about equal work. Their number depends on the game alone, so what
/// is computed block
///   by block is the same for any number of threads. Flat loops take a block in **tiles** that stay in
/// cache.
///
/// Memory 12 bytes a jump, 12 a lead, 4 a play. Built in O(leads · log(jumps of a state)).
final class Layout {

    /// Lanes of one straight line.
    static final int LINE = 8;

    /// States of a tile.
    static final int TILE = 128;

    private static final int MOST_BLOCKS = 16;
    private static final int LEAST_STATES = 64;

    final Game game;
    /// The game written out.
    final Game.Builder lists;
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
    /// Play of each lead.
    final int[] leadPlay;
    /// Where the value of a lead's target to the actor lies.
    final int[] leadAt;
    /// Where the value of a play's own state to the actor lies.
    final int[] playAt;

    Layout(Game game) {
        this.game = game;
        lists = Game.Builder.of(game);
        states = game.states;
        lanes = (game.actors + LINE - 1) / LINE * LINE;
        jumpStart = new int[states + 1];
        leadJump = new int[lists.leadTo.length];
        leadPlay = new int[lists.leadTo.length];
        leadAt = new int[lists.leadTo.length];
        playAt = new int[game.plays()];
        int[] targets = new int[lists.leadTo.length + lists.chanceTo.length];
        int jumps = 0;
        for (int x = 0; x < states; x++) {
            jumps = addTargets(x, targets, jumps);
            jumpStart[x + 1] = jumps;
        }
        jumpTo = Arrays.copyOf(targets, jumps);
        jumpChance = new double[jumps];
        linkJumps();
        block = evenBlocks();
    }

    int blocks() {
        return block.length - 1;
    }

    /// Length of an array with one number for each state and lane.
    int size() {
        return states * lanes;
    }

    /// First play of state x, or one past the last of all.
    int play(int x) {
        return game.playStart[x];
    }

    /// First lead of the plays of state x.
    int lead(int x) {
        return lists.leadStart[game.playStart[x]];
    }

    /// The jump x → y, which there must be.
    int jump(int x, int y) {
        return Arrays.binarySearch(jumpTo, jumpStart[x], jumpStart[x + 1], y);
    }

    /// Most plays in a tile.
    int mostPlays() {
        return most(this::play);
    }

    /// Most jumps from the states of a tile.
    int mostJumps() {
        return most(x -> jumpStart[x]);
    }

    private int most(IntUnaryOperator first) {
        int most = 0;
        for (int b = 0; b < blocks(); b++) {
            for (int x = block[b]; x < block[b + 1]; x += TILE) {
                int end = Math.min(x + TILE, block[b + 1]);
                most = Math.max(most, first.applyAsInt(end) - first.applyAsInt(x));
            }
        }
        return most;
    }

    private int addTargets(int x, int[] targets, int from) {
        int to = from;
        for (int l = lead(x); l < lead(x + 1); l++) {
            targets[to++] = lists.leadTo[l];
        }
        for (int k = lists.chanceStart[x]; k < lists.chanceStart[x + 1]; k++) {
            targets[to++] = lists.chanceTo[k];
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
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                playAt[e] = x * lanes + lists.playActor[e];
                for (int l = lists.leadStart[e]; l < lists.leadStart[e + 1]; l++) {
                    leadJump[l] = jump(x, lists.leadTo[l]);
                    leadPlay[l] = e;
                    leadAt[l] = lists.leadTo[l] * lanes + lists.playActor[e];
                }
            }
            for (int k = lists.chanceStart[x]; k < lists.chanceStart[x + 1]; k++) {
                jumpChance[jump(x, lists.chanceTo[k])] += lists.chanceRate[k];
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
        return 4L * x + jumpStart[x] + lead(x);
    }
}
