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
/// * The last states may be **known**: they have a place among the values and no part in any block.
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
    final int states;
    final int unknown;
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
    /// Where in [#turns] the turn of each jump lies; empty where jumps seat nobody anew.
    final int[] jumpTurn;
    /// For each turn and lane the lane it reads `[turns * lanes]`, and the lane that reads it.
    final int[] turns;

    final int[] turnsBack;
    /// The first lane whose actor is alike `[N]`: what is measured by actor is measured by these.
    final int[] kind;

    private final int turnCount;
    /// Targets and turns of jumps as one number.
    private final int[] jumpKey;

    Layout(Game game) {
        this(game, game.states);
    }

    /// @param unknown number of states whose values are wanted; those after them lead nowhere
    Layout(Game game, int unknown) {
        this.game = game;
        this.unknown = unknown;
        states = game.states;
        lanes = (game.actors + LINE - 1) / LINE * LINE;
        jumpStart = new int[states + 1];
        leadJump = new int[game.leadTo.length];
        leadPlay = new int[game.leadTo.length];
        leadAt = new int[game.leadTo.length];
        playAt = new int[game.plays()];
        turnCount = game.seats.any() ? game.seats.turn().length / game.actors : 1;
        turns = Seating.table(game, lanes, false);
        turnsBack = Seating.table(game, lanes, true);
        kind = Seating.kinds(game);
        int[] targets = new int[game.leadTo.length + game.chanceTo.length];
        int jumps = 0;
        for (int x = 0; x < states; x++) {
            jumps = addTargets(x, targets, jumps);
            jumpStart[x + 1] = jumps;
        }
        jumpKey = Arrays.copyOf(targets, jumps);
        jumpTo = turnCount == 1 ? jumpKey : Arrays.stream(jumpKey).map(key -> key / turnCount).toArray();
        jumpTurn = turnCount == 1
                ? new int[0]
                : Arrays.stream(jumpKey).map(key -> key % turnCount * lanes).toArray();
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
        return game.leadStart[game.playStart[x]];
    }

    /// Whether jumps seat actors anew.
    boolean turned() {
        return jumpTurn.length > 0;
    }

    /// The jump of lead l of state x.
    private int jumpOfLead(int x, int l) {
        return jump(x, game.leadTo[l], game.seats.turnOfLead(l));
    }

    /// The jump of chance jump k of state x.
    int jumpOfChance(int x, int k) {
        return jump(x, game.chanceTo[k], game.seats.turnOfChance(k));
    }

    private int jump(int x, int y, int turn) {
        return Arrays.binarySearch(jumpKey, jumpStart[x], jumpStart[x + 1], y * turnCount + turn);
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
            targets[to++] = game.leadTo[l] * turnCount + game.seats.turnOfLead(l);
        }
        for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
            targets[to++] = game.chanceTo[k] * turnCount + game.seats.turnOfChance(k);
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
                playAt[e] = x * lanes + game.playActor[e];
                for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                    leadJump[l] = jumpOfLead(x, l);
                    leadPlay[l] = e;
                    leadAt[l] = game.leadTo[l] * lanes + game.seats.byLead(l, game.playActor[e], game.actors);
                }
            }
            for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
                jumpChance[jumpOfChance(x, k)] += game.chanceRate[k];
            }
        }
    }

    /// A state costs about as much as its jumps and leads, and a little by itself.
    private int[] evenBlocks() {
        int count = Math.clamp(unknown / LEAST_STATES, 1, MOST_BLOCKS);
        int[] bounds = new int[count + 1];
        long total = work(unknown);
        int x = 0;
        for (int b = 1; b < count; b++) {
            while (work(x) * count < total * b) {
                x++;
            }
            bounds[b] = x;
        }
        bounds[count] = unknown;
        return bounds;
    }

    private long work(int x) {
        return 4L * x + jumpStart[x] + lead(x);
    }
}
