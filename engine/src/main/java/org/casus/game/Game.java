package org.casus.game;

import java.util.Arrays;
import org.casus.scenario.Choice;

/// A finite continuous-time stochastic game as flat arrays: everything the equilibrium and the
/// chain need, and nothing of the language.
///
/// States are 0 … R−1, actors 0 … N−1. A *play* is one move in one state; the plays of state x
/// are numbered `playStart[x] … playStart[x + 1] − 1`, sorted by actor. A *jump* is a state that
/// x can go to at once, whoever makes it go there.
///
/// States in which the same can be done at the same prices and with the same odds are of one
/// **kind** and share one list: its entries are the plays, with the odds of their *leads* and
/// which jump of the state each lead takes. Chance is listed the same way. So a board of ten
/// million states needs a few tables and the targets of its jumps. To walk a state x:
///
///     for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
///         int p = game.entry(x, e);
///         … game.playActor[p] … game.playCost[p] …
///         for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
///             … game.leadOdds[l] … game.leadTo(x, l) …
///         }
///     }
///     for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
///         … game.chanceRate[k] … game.chanceTo(x, k) …
///     }
///
/// Odds of a play sum to at most 1, the rest stays. Lists made by hand ([Builder]) are a kind for
/// each state. Arrays are never written after construction; readers must not write them.
///
/// Memory: 16 bytes a state, 4 a jump, and of each kind 24 bytes a play and 12 a lead.
public final class Game {

    /// N, number of actors.
    public final int actors;
    /// R, number of reachable states.
    public final int states;
    /// The state it starts in.
    public final int start;
    /// Length of the forecast in clock units.
    public final double horizon;
    /// How actors read their own future choices.
    public final Choice choice;

    /// λ, fastest rate of acting, per clock unit `[N]`.
    public final double[] acts;
    /// μ, rate of a move worth nothing either way `[N]`; equals λ under `mistakes` and `tastes`.
    public final double[] drifts;
    /// ρ, discount rate per clock unit `[N]`.
    public final double[] discount;
    /// κ = ln k, sharpness `[N]`.
    public final double[] kappa;

    /// Which row of `flowTable` each state has `[R]`.
    public final int[] flowKind;
    /// u, flow of worth in points per clock unit, by kind of flow and actor `[flow kinds * N]`.
    public final double[] flowTable;

    /// Kind of each state `[R]`.
    public final int[] kind;
    /// Number of the first play of each state `[R + 1]`.
    public final int[] playStart;
    /// First jump of each state `[R + 1]`.
    public final int[] jumpStart;
    /// State each jump goes to, each once in a state, ascending but in a [Part], and never the
    /// state itself; where actors are alike, each state and turn ([Seats]) once, in any order, and
    /// the state itself with another turn `[jumps]`.
    public final int[] jumpTo;

    /// First entry of each kind `[K + 1]`.
    public final int[] listStart;
    /// Actor of each entry `[entries]`.
    public final int[] playActor;
    /// Index of the scenario's move behind each entry `[entries]`.
    public final int[] playMove;
    /// c, price of each entry in points `[entries]`.
    public final double[] playCost;
    /// ln of the weight of each entry at zero advantage, so that w = exp(playWeight + κ A):
    /// ln(μ/λ), less what makes copies (plays of the same actor and state with the same leads)
    /// count as one move `[entries]`.
    public final double[] playWeight;
    /// First lead of each entry `[entries + 1]`.
    public final int[] leadStart;
    /// Which jump of its state each lead takes, counted from 0 `[leads]`.
    public final int[] leadJump;
    /// Odds of each lead `[leads]`.
    public final double[] leadOdds;

    /// First listed chance jump of each kind `[K + 1]`.
    public final int[] chanceList;
    /// Which jump of its state each chance jump takes, counted from 0 `[chance jumps]`.
    public final int[] chanceJump;
    /// Rate of each chance jump per clock unit (event's rate times branch odds) `[chance jumps]`.
    public final double[] chanceRate;
    /// Index of the scenario's chance event behind each chance jump `[chance jumps]`.
    public final int[] chanceEvent;

    /// Who sits where after a jump, where states stand for all orders of alike actors.
    public final Seats seats;

    private final Shape shape;

    /// The actors' numbers are taken from `b`, which has checked them; its explicit lists are not
    /// looked at.
    Game(Builder b, Shape shape, Numbers numbers) {
        actors = b.actors;
        states = b.states;
        start = b.start;
        horizon = b.horizon;
        choice = b.choice;
        acts = b.acts;
        drifts = b.drifts;
        discount = b.discount;
        kappa = b.kappa;
        this.shape = shape;
        kind = shape.kind();
        playStart = shape.playStart();
        jumpStart = shape.jumpStart();
        jumpTo = shape.jumpTo();
        listStart = shape.listStart();
        playActor = shape.playActor();
        playMove = shape.playMove();
        leadStart = shape.leadStart();
        leadJump = shape.leadJump();
        chanceList = shape.chanceStart();
        chanceJump = shape.chanceJump();
        chanceEvent = shape.chanceEvent();
        seats = shape.seats();
        flowKind = numbers.flowKind();
        flowTable = numbers.flowTable();
        playCost = numbers.playCost();
        leadOdds = numbers.leadOdds();
        chanceRate = numbers.chanceRate();
        playWeight = b.playWeight.length == playActor.length ? b.playWeight : Copies.weights(b, shape, numbers);
    }

    /// What of a game differs from world to world, but for the actors.
    record Numbers(int[] flowKind, double[] flowTable, double[] playCost, double[] leadOdds, double[] chanceRate) {}

    /// Number of plays.
    public int plays() {
        return playStart[states];
    }

    /// The entry of play `e`, a play of state `x`, in the list of x's kind.
    public int entry(int x, int e) {
        return listStart[kind[x]] + e - playStart[x];
    }

    /// Where `lead` leads from state `x`, of whose kind it is.
    public int leadTo(int x, int lead) {
        return jumpTo[jumpStart[x] + leadJump[lead]];
    }

    /// The seat to which `lead` takes whoever has seat `i` in state `x`, of whose kind it is.
    public int seat(int x, int lead, int i) {
        return seats.any() ? seats.after(jumpStart[x] + leadJump[lead], i, actors) : i;
    }

    /// First chance jump of state `x` in the lists of chance.
    public int chanceStart(int x) {
        return chanceList[kind[x]];
    }

    /// One past the last chance jump of state `x`.
    public int chanceEnd(int x) {
        return chanceList[kind[x] + 1];
    }

    /// Where chance jump `k` goes from state `x`, of whose kind it is.
    public int chanceTo(int x, int k) {
        return jumpTo[jumpStart[x] + chanceJump[k]];
    }

    /// Number of kinds of states.
    public int kinds() {
        return listStart.length - 1;
    }

    /// u of actor `i` in state `x`, points per clock unit.
    public double flow(int x, int i) {
        return flowTable[flowKind[x] * actors + i];
    }

    /// Number of jumps of the chain, each cause by itself: leads of plays and jumps of chance.
    public long transitions() {
        long sum = 0;
        for (int x = 0; x < states; x++) {
            int k = kind[x];
            sum += leadStart[listStart[k + 1]] - leadStart[listStart[k]] + chanceList[k + 1] - chanceList[k];
        }
        return sum;
    }

    /// Bytes of its arrays, those that other worlds share included.
    public long bytes() {
        long doubles = 4L * actors
                + flowTable.length
                + playCost.length
                + playWeight.length
                + leadOdds.length
                + chanceRate.length;
        return shape.bytes() + 4L * flowKind.length + 8 * doubles;
    }

    /// Whether `other` is the same game, number by number and to the last bit. Which move or
    /// event of the file stands behind a play or a jump does not count, nor which states share
    /// lists.
    public boolean same(Game other) {
        return actors == other.actors
                && states == other.states
                && start == other.start
                && horizon == other.horizon
                && choice == other.choice
                && Arrays.equals(acts, other.acts)
                && Arrays.equals(drifts, other.drifts)
                && Arrays.equals(discount, other.discount)
                && Arrays.equals(kappa, other.kappa)
                && SameLists.of(this, other, true);
    }

    /// Whether the chain of `other` is the same as this one's if the rates of play are: the same
    /// leads with the same odds, the same chance.
    public boolean sameChain(Game other) {
        return states == other.states && start == other.start && SameLists.of(this, other, false);
    }

    /// The same game with everyone's sharpness κ `times` what it is. Prices of copies share their
    /// weight anew.
    ///
    /// @throws IllegalArgumentException if a κ is then no finite number from 0
    public Game sharpened(double times) {
        Builder b = Builder.actorsOf(this);
        b.kappa = Arrays.stream(kappa).map(k -> times * k).toArray();
        return b.build(shape, new Numbers(flowKind, flowTable, playCost, leadOdds, chanceRate));
    }

    void pullWeights(double[] byWeight, GameSlopes slopes) {
        Copies.pull(this, shape, byWeight, slopes);
    }

    /// The parts of a game written out in full, for tests that make games by hand or at random,
    /// and for whoever reads a small game list by list. Every state has its own: entries are
    /// plays, and leads and chance jumps say the state they go to. `playWeight` may be left out
    /// and is then computed from the rest.
    public static final class Builder {
        public int actors;
        public int states;
        public int start;
        public double horizon = 1;
        public Choice choice = Choice.INTENTIONS;
        public double[] acts = {};
        public double[] drifts = {};
        public double[] discount = {};
        public double[] kappa = {};
        /// State-major: `flow[x * N + i]`.
        public double[] flow = {};
        public int[] playStart = {};
        public int[] playActor = {};
        public int[] playMove = {};
        public double[] playCost = {};
        public double[] playWeight = {};
        public int[] leadStart = {};
        public int[] leadTo = {};
        public double[] leadOdds = {};
        /// First chance jump of each state `[R + 1]`.
        public int[] chanceStart = {};
        public int[] chanceTo = {};
        public double[] chanceRate = {};
        public int[] chanceEvent = {};

        /// Turns are not among the lists: a game that has some can be read here, not built again.
        private Seats seats = Seats.NONE;

        /// The parts of `game` written out; some arrays may be the game's own and must not be
        /// written.
        public static Builder of(Game game) {
            return WrittenOut.of(game);
        }

        /// The actors of `game` and what else is neither state nor list.
        static Builder actorsOf(Game game) {
            var b = new Builder();
            b.actors = game.actors;
            b.states = game.states;
            b.start = game.start;
            b.horizon = game.horizon;
            b.choice = game.choice;
            b.acts = game.acts;
            b.drifts = game.drifts;
            b.discount = game.discount;
            b.kappa = game.kappa;
            b.seats = game.seats;
            return b;
        }

        /// The game of these parts.
        ///
        /// @throws IllegalArgumentException if lengths do not fit together, a rate is not positive
        /// and finite, or the parts are those of a game with alike actors
        public Game build() {
            seats.refuse("lists of each state");
            GameCheck.check(this);
            var kinds = new int[states];
            Arrays.setAll(kinds, x -> x);
            return new Game(this, Shape.of(this), new Numbers(kinds, flow, playCost, leadOdds, chanceRate));
        }

        /// The game of this builder's actors and shared lists.
        Game build(Shape shape, Numbers numbers) {
            GameCheck.actors(this);
            GameCheck.rates(numbers.chanceRate());
            return new Game(this, shape, numbers);
        }
    }
}
