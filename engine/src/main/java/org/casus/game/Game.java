package org.casus.game;

import java.util.Arrays;
import org.casus.scenario.Choice;

/// A finite continuous-time stochastic game as flat arrays: everything the equilibrium and the chain
/// need, and
/// nothing of the language.
///
/// States are 0 … R−1, actors 0 … N−1, state-major: `flow[x * N + i]`. A *play* is one move in one
/// state; the plays of
/// state x are `playStart[x] … playStart[x + 1] − 1`, sorted by actor. Where a play leads, or a chance
/// event, is a run
/// of `to`/`odds` without the state itself: odds sum to at most 1, the rest stays. Arrays are never
/// written after
/// construction; readers must not write them.
///
/// Memory: about 8 N + 24 bytes a state, 34 a play, 12 a lead.
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

    /// u, flow of worth in points per clock unit `[R * N]`.
    public final double[] flow;

    /// First play of each state `[R + 1]`.
    public final int[] playStart;
    /// Actor of each play `[plays]`.
    public final int[] playActor;
    /// Index of the scenario's move behind each play `[plays]`.
    public final int[] playMove;
    /// c, price of each play in points `[plays]`.
    public final double[] playCost;
    /// ln of the weight of each play at zero advantage, so that w = exp(playWeight + κ A): ln(μ/λ),
    /// less what makes
    /// copies (plays of the same actor and state with the same leads) count as one move `[plays]`.
    public final double[] playWeight;
    /// First lead of each play `[plays + 1]`.
    public final int[] leadStart;
    /// State each lead goes to, never the state itself `[leads]`.
    public final int[] leadTo;
    /// Odds of each lead `[leads]`.
    public final double[] leadOdds;

    /// First chance jump of each state `[R + 1]`.
    public final int[] chanceStart;
    /// State each chance jump goes to `[jumps]`.
    public final int[] chanceTo;
    /// Rate of each chance jump per clock unit (event's rate times branch odds) `[jumps]`.
    public final double[] chanceRate;
    /// Index of the scenario's chance event behind each jump `[jumps]`.
    public final int[] chanceEvent;

    /// Who sits where after a jump, where states stand for all orders of alike actors.
    public final Seats seats;

    Game(Builder b) {
        actors = b.actors;
        states = b.states;
        start = b.start;
        horizon = b.horizon;
        choice = b.choice;
        acts = b.acts;
        drifts = b.drifts;
        discount = b.discount;
        kappa = b.kappa;
        flow = b.flow;
        playStart = b.playStart;
        playActor = b.playActor;
        playMove = b.playMove;
        playCost = b.playCost;
        playWeight = b.playWeight;
        leadStart = b.leadStart;
        leadTo = b.leadTo;
        leadOdds = b.leadOdds;
        chanceStart = b.chanceStart;
        chanceTo = b.chanceTo;
        chanceRate = b.chanceRate;
        chanceEvent = b.chanceEvent;
        seats = b.seats;
    }

    /// Number of plays.
    public int plays() {
        return playActor.length;
    }

    /// Whether `other` is the same game, number by number and to the last bit. Which move or event of the
    /// file stands behind a play or a jump does not count.
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
                && Arrays.equals(flow, other.flow)
                && Arrays.equals(playStart, other.playStart)
                && Arrays.equals(playActor, other.playActor)
                && Arrays.equals(playCost, other.playCost)
                && Arrays.equals(playWeight, other.playWeight)
                && Arrays.equals(leadStart, other.leadStart)
                && Arrays.equals(leadTo, other.leadTo)
                && Arrays.equals(leadOdds, other.leadOdds)
                && Arrays.equals(chanceStart, other.chanceStart)
                && Arrays.equals(chanceTo, other.chanceTo)
                && Arrays.equals(chanceRate, other.chanceRate)
                && seats.same(other.seats);
    }

    /// The same game with everyone's sharpness κ `times` what it is. Prices of copies share their weight anew.
    ///
    /// @throws IllegalArgumentException if a κ is then no finite number from 0
    public Game sharpened(double times) {
        Builder b = Builder.of(this);
        b.kappa = Arrays.stream(kappa).map(k -> times * k).toArray();
        b.playWeight = new double[0];
        return b.build();
    }

    /// Number of jumps of the chain: leads of plays and jumps of chance.
    public long transitions() {
        return (long) leadTo.length + chanceTo.length;
    }

    /// The parts of a game, for the compiler and for tests that make games by hand or at random.
    /// Fields are named as
    /// in [Game]; `playWeight` may be left out and is then computed from the rest.
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
        public double[] flow = {};
        public int[] playStart = {};
        public int[] playActor = {};
        public int[] playMove = {};
        public double[] playCost = {};
        public double[] playWeight = {};
        public int[] leadStart = {};
        public int[] leadTo = {};
        public double[] leadOdds = {};
        public int[] chanceStart = {};
        public int[] chanceTo = {};
        public double[] chanceRate = {};
        public int[] chanceEvent = {};
        public Seats seats = Seats.NONE;

        /// The parts of `game`, which must not be written.
        static Builder of(Game game) {
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
            b.flow = game.flow;
            b.playStart = game.playStart;
            b.playActor = game.playActor;
            b.playMove = game.playMove;
            b.playCost = game.playCost;
            b.playWeight = game.playWeight;
            b.leadStart = game.leadStart;
            b.leadTo = game.leadTo;
            b.leadOdds = game.leadOdds;
            b.chanceStart = game.chanceStart;
            b.chanceTo = game.chanceTo;
            b.chanceRate = game.chanceRate;
            b.chanceEvent = game.chanceEvent;
            b.seats = game.seats;
            return b;
        }

        /// The game of these parts.
        ///
        /// @throws IllegalArgumentException if lengths do not fit together or a rate is not positive
        /// and finite
        public Game build() {
            GameCheck.check(this);
            if (playWeight.length == 0) {
                playWeight = Copies.weights(this);
            }
            return new Game(this);
        }
    }
}
