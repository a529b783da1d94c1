package org.casus.game;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.casus.scenario.Measure;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// The shape of a scenario's game, the same in every world: which states can be reached, which moves
/// are open in each
/// and where they lead. A [World] fills in the numbers.
///
/// Compiling visits each reachable state twice and each rule in it once: about a microsecond for ten
/// rules. Memory
/// beside the state space: 12 bytes a play, 8 a lead, 12 a chance jump.
public final class Structure {

    /// Refuse boards with more reachable states than this unless told otherwise.
    public static final int DEFAULT_LIMIT = 2_000_000;

    private final StateSpace space;
    private final Formulas formulas;
    private final Findings findings;
    private final int[] playStart;
    private final int[] playActor;
    private final int[] playMove;
    private final int[] playCost;
    private final int[] leadStart;
    private final int[] leadTo;
    private final int[] leadOdds;
    private final int[] chanceStart;
    private final int[] chanceTo;
    private final int[] chanceRate;
    private final int[] chanceEvent;
    private final Seats seats;

    private Structure(Compiler c) {
        space = c.space;
        formulas = c.formulas;
        findings = c.findings();
        playStart = c.playStart;
        playActor = c.playActor.toArray();
        playMove = c.playMove.toArray();
        playCost = c.playCost.toArray();
        leadStart = c.leadStart.toArray();
        leadTo = c.leadTo.toArray();
        leadOdds = c.leadOdds.toArray();
        chanceStart = c.chanceStart;
        chanceTo = c.chanceTo.toArray();
        chanceRate = c.chanceRate.toArray();
        chanceEvent = c.chanceEvent.toArray();
        seats = c.seats();
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
        return new Structure(new Compiler(scenario, limit));
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

    /// The game in `world`. Time and memory linear in states × actors, plays and leads.
    public Game game(World world) {
        Scenario scenario = space.scenario();
        List<Actor> actors = scenario.actors();
        if (seats.any()) {
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
        b.flow = flow(world, b.discount);
        b.playStart = playStart;
        b.playActor = playActor;
        b.playMove = playMove;
        b.playCost = pick(value, playCost);
        b.leadStart = leadStart;
        b.leadTo = leadTo;
        b.leadOdds = pick(value, leadOdds);
        b.chanceStart = chanceStart;
        b.chanceTo = chanceTo;
        b.chanceRate = pick(value, chanceRate);
        b.chanceEvent = chanceEvent;
        b.seats = seats;
        return b.build();
    }

    /// Slopes of a number by every judgement, per unit as written and in the order of
    /// [Scenario#judgements], from its slopes by the arrays of `game(world)`. Which states there are and
    /// which moves are open depends on no judgement.
    ///
    /// Time linear in states × worths, plays and leads.
    public double[] slopes(World world, GameSlopes slopes) {
        var byFormula = new double[formulas.size()];
        scatter(slopes.playCost(), playCost, byFormula);
        scatter(slopes.leadOdds(), leadOdds, byFormula);
        scatter(slopes.chanceRate(), chanceRate, byFormula);
        double[] byJudgement = JudgementSlopes.of(space, formulas, byFormula, world, slopes);
        return seats.any() ? Tied.shared(space.scenario(), byJudgement) : byJudgement;
    }

    private double[] flow(World world, double[] discount) {
        List<Actor> actors = space.scenario().actors();
        int n = actors.size();
        int[] levels = space.scenario().rows().stream()
                .mapToInt(row -> row.levels().size())
                .toArray();
        var flow = new double[space.size() * n];
        var board = new int[levels.length];
        for (Actor actor : actors) {
            for (Worth worth : actor.worths()) {
                double points = worth.sign() * world.inGame(worth.points());
                boolean running = worth.points().measure().form() == Measure.Form.POINTS_EACH;
                double each = running ? points : discount[actor.index()] * points;
                Lookup<Boolean> holds = Lookup.of(worth.when().test(), levels);
                for (int state = 0; state < space.size(); state++) {
                    space.board(state, board);
                    if (holds.at(board)) {
                        flow[state * n + actor.index()] += each;
                    }
                }
            }
        }
        return flow;
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
