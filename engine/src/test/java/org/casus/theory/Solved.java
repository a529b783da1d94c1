package org.casus.theory;

import java.nio.file.Path;
import java.util.Map;
import org.casus.chain.Forecast;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// A scenario solved in one world, with its parts by the names of the file.
public final class Solved {

    private static final Path THEORY = Path.of("..", "examples", "theory");

    private final StateSpace space;
    private final Game game;
    private final Solution solution;

    private Solved(StateSpace space, Solution solution) {
        this.space = space;
        this.game = solution.game();
        this.solution = solution;
    }

    /// The file `examples/theory/NAME.yaml`.
    static ScenarioFile file(String name) throws Exception {
        return ScenarioFile.load(THEORY.resolve(name + ".yaml"));
    }

    /// A file of `examples/theory` as it is, in its middle world.
    static Solved theory(String name) throws Exception {
        return of(file(name).scenario());
    }

    /// A file of `examples/theory` under one of its policies, in its middle world.
    static Solved theory(String name, String policy) throws Exception {
        return of(file(name).with(Edits.policy(policy)));
    }

    /// `scenario` in its middle world.
    static Solved of(Scenario scenario) throws Exception {
        return of(scenario, Map.of());
    }

    /// `scenario` in its middle world but for some judgements, given by their ids.
    static Solved of(Scenario scenario, Map<String, Double> otherwise) throws Exception {
        return of(scenario, otherwise, Settings.standard());
    }

    /// The same, solved as `settings` say.
    public static Solved of(Scenario scenario, Map<String, Double> otherwise, Settings settings) throws Exception {
        Structure structure = Structure.compile(scenario);
        return new Solved(structure.space(), Equilibrium.solve(structure.game(world(scenario, otherwise)), settings));
    }

    private static World world(Scenario scenario, Map<String, Double> otherwise) {
        double[] written =
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
        otherwise.forEach((id, value) -> written[judgement(scenario, id).index()] = value);
        return World.of(scenario, written);
    }

    private static Judgement judgement(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no judgement " + id));
    }

    public StateSpace space() {
        return space;
    }

    public Solution solution() {
        return solution;
    }

    /// The state that differs from the start on these rows, each given as `row=level`.
    int state(String... where) {
        int[] board = space.board(space.start());
        for (String standing : where) {
            int split = standing.indexOf('=');
            Row row = row(standing.substring(0, split));
            board[row.index()] = row.levels().indexOf(standing.substring(split + 1));
        }
        int state = space.state(board);
        if (state < 0) {
            throw new IllegalArgumentException("never reached: " + String.join(", ", where));
        }
        return state;
    }

    private Row row(String id) {
        return space.scenario().rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row " + id));
    }

    /// V of `actor` in a state.
    double value(String actor, String... where) {
        return solution.value()[state(where) * game.actors + actor(actor)];
    }

    private int actor(String id) {
        return space.scenario().actors().stream()
                .filter(actor -> actor.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no actor " + id))
                .index();
    }

    /// h of `move` in a state.
    double rate(String move, String... where) {
        return solution.rate()[play(move, where)];
    }

    /// A of `move` over waiting in a state: price, odds and values, straight from the definition.
    double advantage(String move, String... where) {
        int play = play(move, where);
        int state = state(where);
        int p = game.entry(state, play);
        int actor = game.playActor[p];
        double[] value = solution.value();
        double advantage = -game.playCost[p];
        for (int lead = game.leadStart[p]; lead < game.leadStart[p + 1]; lead++) {
            advantage += game.leadOdds[lead]
                    * (value[game.leadTo(state, lead) * game.actors + actor] - value[state * game.actors + actor]);
        }
        return advantage;
    }

    private int play(String move, String... where) {
        int state = state(where);
        for (int play = game.playStart[state]; play < game.playStart[state + 1]; play++) {
            if (space.scenario()
                    .moves()
                    .get(game.playMove[game.entry(state, play)])
                    .id()
                    .equals(move)) {
                return play;
            }
        }
        throw new IllegalArgumentException(move + " is not open there");
    }

    /// Odds of `outcome` at the horizon.
    double odds(String outcome) {
        Forecast forecast = forecast();
        return forecast.outcomes()[forecast.horizon()][outcome(outcome)];
    }

    int outcome(String id) {
        return space.scenario().outcomes().stream()
                .filter(outcome -> outcome.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome " + id))
                .index();
    }

    /// Odds at these times and at the horizon.
    public Forecast forecast(double... times) {
        return Forecasts.of(solution, space, times, 2);
    }
}
