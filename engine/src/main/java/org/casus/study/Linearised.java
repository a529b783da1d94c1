package org.casus.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Functional;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Guard;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;
import org.casus.scenario.TimeUnit;

/// A quantity as level + factor · functional, exact in value and slopes at one solution.
record Linearised(double level, double factor, Functional functional) {

    /// Empty where the quantity has no value: a play on boards that are never met.
    static Optional<Linearised> of(
            StateSpace space,
            Solution solution,
            Quantity quantity,
            Optional<Standing> beside,
            double time,
            int threads) {
        int states = space.size();
        return switch (quantity) {
            case Quantity.OddsAt(Guard what) ->
                Optional.of(new Linearised(0, 1, Functional.odds(space.where(what.test()), states, time)));
            case Quantity.OddsEver(Guard what) ->
                Optional.of(new Linearised(0, 1, Functional.ever(space.where(what.test()), states, time)));
            case Quantity.OddsEverMade(int move) ->
                Optional.of(new Linearised(0, 1, Functional.everMade(solution.game(), move, time)));
            case Quantity.TimeWith(Guard what, TimeUnit unit) ->
                Optional.of(new Linearised(
                        0,
                        1 / unit.in(space.scenario().clock().unit()),
                        Functional.timeIn(space.where(what.test()), states, time)));
            case Quantity.Play(int move, Optional<Standing> when) -> {
                int[] plays = when.map(standing -> moved(space, solution.game(), move, standing, beside))
                        .orElseGet(() -> own(solution.game(), move));
                yield rate(solution, plays, when.isPresent(), time, threads);
            }
        };
    }

    private static final int OUT = -2;
    private static final int CLOSED = -1;

    /// For each state the play of `move` there, [#OUT] where it is closed.
    private static int[] own(Game game, int move) {
        var plays = new int[game.states];
        Arrays.setAll(plays, x -> {
            int play = play(game, x, move);
            return play == CLOSED ? OUT : play;
        });
        return plays;
    }

    /// For each state the play of `move` on the same board with one row moved; [#CLOSED] where it is open
    /// only on the board it is compared with, [#OUT] where on neither or one cannot be reached.
    private static int[] moved(StateSpace space, Game game, int move, Standing when, Optional<Standing> beside) {
        var plays = new int[game.states];
        for (int x = 0; x < plays.length; x++) {
            int here = beside(space, x, when);
            int there = beside.isPresent() ? beside(space, x, beside.get()) : here;
            int own = here < 0 ? CLOSED : play(game, here, move);
            int other = there < 0 ? CLOSED : play(game, there, move);
            plays[x] = here >= 0 && there >= 0 && (own >= 0 || other >= 0) ? own : OUT;
        }
        return plays;
    }

    private static int beside(StateSpace space, int state, Standing to) {
        int[] board = space.board(state);
        board[to.row()] = to.level();
        return space.state(board);
    }

    private static int play(Game game, int state, int move) {
        for (int e = game.playStart[state]; e < game.playStart[state + 1]; e++) {
            if (game.playMove[game.entry(state, e)] == move) {
                return e;
            }
        }
        return CLOSED;
    }

    /// Σ occ(x) h(plays(x)) / Σ occ(x) over the states that are not [#OUT].
    ///
    /// @param company whether without such a state there is no number, rather than zero
    private static Optional<Linearised> rate(
            Solution solution, int[] plays, boolean company, double time, int threads) {
        Game game = solution.game();
        double[] rates = solution.rate();
        var within = new BitSet();
        int[] watchedIn = new int[game.states];
        int count = 0;
        for (int x = 0; x < plays.length; x++) {
            within.set(x, plays[x] != OUT);
            if (plays[x] >= 0) {
                watchedIn[count++] = x;
            }
        }
        watchedIn = Arrays.copyOf(watchedIn, count);
        int[] watched = Arrays.stream(watchedIn).map(x -> plays[x]).toArray();
        var question = new Transient.Question(new double[] {time}, List.of(Classes.in(within, game.states)), time);
        var here = Transient.of(Chain.of(solution), question, threads);
        double open = here.spent()[0][0][1];
        double made = 0;
        for (int k = 0; k < count; k++) {
            made += here.occupation()[watchedIn[k]] * rates[watched[k]];
        }
        if (!(open > 0)) {
            return company
                    ? Optional.empty()
                    : Optional.of(new Linearised(0, 0, Functional.odds(within, game.states, 0)));
        }
        double rate = made / open;
        var functional = Functional.made(game, watchedIn, watched, time);
        within.stream().forEach(x -> functional.whilst()[x] = -rate);
        return Optional.of(new Linearised(rate, 1 / open, functional));
    }
}
