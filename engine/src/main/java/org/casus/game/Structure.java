package org.casus.game;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// The shape of a scenario's game, the same in every world: which states can be reached, which
/// moves are open in each
/// and where they lead. A [World] fills in the numbers.
///
/// Compiling visits each reachable state twice and each rule in it once: about a microsecond for
/// ten rules. Memory beside the state space: that of a [Game], whose lists it shares.
public final class Structure {

    /// Refuse boards with more reachable states than this unless told otherwise.
    public static final int DEFAULT_LIMIT = 2_000_000;

    private final StateSpace space;
    private final Formulas formulas;
    private final Findings findings;
    private final Shape shape;
    private final Flows flows;
    /// Formulas of prices, odds and rates.
    private final int[] playCost;

    private final int[] leadOdds;
    private final int[] chanceRate;

    private Structure(Compiler c) {
        space = c.space;
        formulas = c.formulas;
        findings = c.findings();
        shape = c.shape;
        flows = c.flows;
        playCost = c.lists.playCost;
        leadOdds = c.lists.leadOdds;
        chanceRate = c.lists.chanceRate;
    }

    /// Compiles `scenario`, refusing more than [#DEFAULT_LIMIT] states.
    ///
    /// @throws SizeException if too many states can be reached
    public static Structure compile(Scenario scenario) throws SizeException {
        return compile(scenario, DEFAULT_LIMIT);
    }

    /// Compiles `scenario`, refusing more than `limit` states.
    ///
    /// @throws SizeException if too many states can be reached
    public static Structure compile(Scenario scenario, int limit) throws SizeException {
        return new Structure(new Compiler(scenario, limit, true));
    }

    /// The same with lists of its own for each state: what sharing must not change.
    static Structure compileApart(Scenario scenario) throws SizeException {
        return new Structure(new Compiler(scenario, DEFAULT_LIMIT, false));
    }

    /// Compiles `scenario` as if no actors were alike: every order of them is a state.
    ///
    /// @throws SizeException if too many states can be reached
    public static Structure compileWhole(Scenario scenario) throws SizeException {
        return compile(scenario.withoutAlike(), DEFAULT_LIMIT);
    }

    /// The reachable states.
    public StateSpace space() {
        return space;
    }

    /// What compiling showed that an analyst should know: moves never open, levels never reached.
    public Findings findings() {
        return findings;
    }

    /// The game in `world`. Time and memory linear in kinds of states and of flow, and in their
    /// plays and leads.
    public Game game(World world) {
        Scenario scenario = space.scenario();
        List<Actor> actors = scenario.actors();
        if (shape.seats().any()) {
            Tied.check(scenario, world);
        }
        double[] value = formulas.in(world);
        var b = new Game.Builder();
        b.actors = actors.size();
        b.states = space.size();
        b.start = space.start();
        b.horizon = scenario.clock().horizon();
        b.choice = scenario.choice();
        b.acts = perActor(actors, actor -> world.inGame(actor.acts()));
        b.drifts = b.choice == Choice.INTENTIONS
                ? perActor(actors, actor -> world.inGame(actor.drifts()))
                : b.acts.clone();
        b.discount = perActor(actors, actor -> world.inGame(actor.looksAhead()));
        b.kappa = perActor(actors, actor -> Math.log(world.inGame(actor.sharpness())));
        return b.build(
                shape,
                new Game.Numbers(
                        flows.kind,
                        flows.table(world, b.discount),
                        pick(value, playCost),
                        pick(value, leadOdds),
                        pick(value, chanceRate)));
    }

    /// Slopes of a number by every judgement, per unit as written and in the order of
    /// [Scenario#judgements], from its slopes by the arrays of `game(world)`. Which states there
    /// are and which moves are open depends on no judgement.
    ///
    /// Time linear in states × worths, plays and leads.
    public double[] slopes(World world, GameSlopes slopes) {
        var byFormula = new double[formulas.size()];
        scatter(slopes.playCost(), playCost, byFormula);
        scatter(slopes.leadOdds(), leadOdds, byFormula);
        scatter(slopes.chanceRate(), chanceRate, byFormula);
        double[] byJudgement = JudgementSlopes.of(space, formulas, byFormula, world, slopes);
        return shape.seats().any() ? Tied.shared(space.scenario(), byJudgement) : byJudgement;
    }

    private static double[] perActor(List<Actor> actors, ToDoubleFunction<Actor> of) {
        return actors.stream().mapToDouble(of).toArray();
    }

    private static void scatter(double[] slope, int[] numbers, double[] byFormula) {
        for (int k = 0; k < numbers.length; k++) {
            byFormula[numbers[k]] += slope[k];
        }
    }

    private static double[] pick(double[] value, int[] numbers) {
        var picked = new double[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            picked[k] = value[numbers[k]];
        }
        return picked;
    }
}
