package org.casus.equilibrium;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.casus.game.Game;

/// How a game lies in memory while it is solved.
///
/// * Values are state-major with the actors padded to a multiple of eight **lanes**: `v[x * lanes
///   + i]`, zero in the padding. Loops over actors become straight lines of eight with their sums
///   in registers, which measured seven times as fast as loops over actors.
/// * **Slots**: rates of jumps lie state by state, each state with room for a multiple of
///   [Lines#GROUP]; what is left over leads to the state itself at rate 0. Loops of twelve jumps,
///   some more, some fewer, spent a third of their time on ends that no one could predict.
/// * **Blocks**: runs of states of about equal work. Their number depends on the game alone, so
///   what is computed block by block is the same for any number of threads.
/// * A block is taken in **tiles** whose plays and jumps stay in cache while advantages, rates
///   and sums are made of them.
///
/// * The last states may be **known**: they have a place among the values and no part in any block.
///
/// What plays cost and where they lead is read from the lists of the game's kinds, which many
/// states share.
///
/// Memory 4 bytes a slot and 4 a state. Built in O(jumps).
final class Layout {

    /// Lanes of one straight line.
    static final int LINE = 8;

    /// States of a tile.
    static final int TILE = 64;

    private static final int MOST_BLOCKS = 16;
    private static final int LEAST_STATES = 64;

    final Game game;
    final int states;
    final int unknown;
    final int lanes;
    /// First state of each block `[blocks + 1]`.
    final int[] block;
    /// First slot of each state `[R + 1]`.
    final int[] start;
    /// Where each slot's target lies in an array that holds values twice, as [Sweeps] keeps them.
    final int[] at;
    /// The leads of the game's lists.
    final Leads leads;
    final Reading reading;
    /// Where in [#turns] the turn of each jump lies, and that of each slot; empty where jumps seat
    /// nobody anew.
    final int[] jumpTurn;

    final int[] slotTurn;
    /// For each turn and lane the lane it reads `[turns * lanes]`, and the lane that reads it.
    final int[] turns;

    final int[] turnsBack;
    /// The first actor that each is like `[N]`: what is measured by actor is measured by these.
    final int[] alike;

    Layout(Game game) {
        this(game, game.states);
    }

    /// @param unknown number of states whose values are wanted; those after them lead nowhere
    Layout(Game game, int unknown) {
        this.game = game;
        this.unknown = unknown;
        states = game.states;
        lanes = (game.actors + LINE - 1) / LINE * LINE;
        block = evenBlocks();
        start = Sweeps.room(game.jumpStart);
        at = Sweeps.addresses(this, game.jumpStart, game.jumpTo, start);
        leads = new Leads(game);
        reading = new Reading(game.choice);
        turns = Seating.table(game, lanes, false);
        turnsBack = Seating.table(game, lanes, true);
        // as long as the targets that leads read, also those of plays that lead nowhere
        jumpTurn = Arrays.copyOf(
                Arrays.stream(game.seats.jump()).map(turn -> turn * lanes).toArray(),
                game.seats.any() ? leads.target.length : 0);
        slotTurn = Sweeps.slots(jumpTurn, game.jumpStart, start);
        alike = Seating.alike(game);
    }

    /// Whether jumps seat actors anew.
    boolean turned() {
        return jumpTurn.length > 0;
    }

    int blocks() {
        return block.length - 1;
    }

    /// Length of an array with one number for each state and lane.
    int size() {
        return states * lanes;
    }

    /// Where the values of a block begin in such an array.
    int from(int b) {
        return block[b] * lanes;
    }

    /// One past where they end.
    int to(int b) {
        return block[b + 1] * lanes;
    }

    /// Most plays in a tile.
    int mostPlays() {
        return most(TILE, x -> game.playStart[x]);
    }

    /// Most jumps from the states of a tile.
    int mostJumps() {
        return most(TILE, x -> game.jumpStart[x]);
    }

    private int most(int tile, IntUnaryOperator first) {
        int most = 0;
        for (int b = 0; b < blocks(); b++) {
            for (int x = block[b]; x < block[b + 1]; x += tile) {
                int end = Math.min(x + tile, block[b + 1]);
                most = Math.max(most, first.applyAsInt(end) - first.applyAsInt(x));
            }
        }
        return most;
    }

    /// A state costs about as much as its jumps and leads, and a little by itself.
    private int[] evenBlocks() {
        int count = Math.clamp(unknown / LEAST_STATES, 1, MOST_BLOCKS);
        int[] bounds = new int[count + 1];
        long total = 0;
        for (int x = 0; x < unknown; x++) {
            total += work(x);
        }
        int x = 0;
        long done = 0;
        for (int b = 1; b < count; b++) {
            while (done * count < total * b) {
                done += work(x++);
            }
            bounds[b] = x;
        }
        bounds[count] = unknown;
        return bounds;
    }

    private int work(int x) {
        int kind = game.kind[x];
        int leads = game.leadStart[game.listStart[kind + 1]] - game.leadStart[game.listStart[kind]];
        return 4 + game.jumpStart[x + 1] - game.jumpStart[x] + leads;
    }
}
