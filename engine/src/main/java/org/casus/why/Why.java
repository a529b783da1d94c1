package org.casus.why;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Outcome;
import org.casus.scenario.World;

/// Why a solved crisis comes out as it does. Everything is worked out when it is asked for; the splits of an
/// actor's values are kept. One thread at a time.
public final class Why {

    private final Structure structure;
    private final World world;
    private final Solution solution;
    private final Settings settings;
    private final Decisions decisions;
    private final Map<Integer, Interests> interests = new HashMap<>();

    private Why(Structure structure, World world, Solution solution, Settings settings) {
        if (solution.game().states != structure.space().size()) {
            throw new IllegalArgumentException("a solution of another game");
        }
        solution.game().seats.refuse("reasons");
        this.structure = structure;
        this.world = world;
        this.solution = solution;
        this.settings = settings;
        decisions = new Decisions(solution);
    }

    /// At `solution`, which must be that of `structure.game(world)`.
    ///
    /// @param settings how games are solved anew
    /// @throws IllegalArgumentException if the solution is of a game of another size
    public static Why of(Structure structure, World world, Solution solution, Settings settings) {
        return new Why(structure, world, solution, settings);
    }

    /// The states it is asked about.
    public StateSpace space() {
        return structure.space();
    }

    /// What it is asked about.
    public Solution solution() {
        return solution;
    }

    /// What each actor chooses from.
    public Decisions decisions() {
        return decisions;
    }

    /// What the values of `actor` (index) are made of. Cost: see [Interests#of], the first time.
    ///
    /// @throws NotSolvedException if a linear system cannot be solved
    public Interests interests(int actor) throws NotSolvedException {
        Interests known = interests.get(actor);
        if (known == null) {
            known = Interests.of(
                    space(), world, solution, space().scenario().actors().get(actor), settings);
            interests.put(actor, known);
        }
        return known;
    }

    /// Why `chosen` and not `against`: their difference Q − Q by interest. Both are options of `decision`.
    ///
    /// @throws NotSolvedException if a linear system cannot be solved
    public Split split(Decision decision, Option chosen, Option against) throws NotSolvedException {
        return interests(decision.actor()).difference(decision.state(), chosen.play(), against.play());
    }

    /// What would turn the difference between `chosen` and `against`; the `most` closest judgements are looked
    /// at by solving games. Cost: see [Flips#of].
    public Flips flips(Decision decision, Option chosen, Option against, int most) {
        return Flips.of(
                structure,
                world,
                solution,
                decision.actor(),
                decision.state(),
                chosen.play(),
                against.play(),
                most,
                settings);
    }

    /// The `most` weightiest decisions for `outcome` at the horizon.
    public Pivotal pivotal(Outcome outcome, int most) {
        return Pivotal.of(space(), solution, space().where(outcome), most, settings.threads());
    }

    /// How much of what happens is error; a loss of more than `above` points is a clear one.
    public Errors errors(double above) {
        return Errors.of(space(), solution, above, settings.threads());
    }

    /// Moves that undo each other, those undone most often first: where a scenario may let an actor dither. Cost:
    /// a pass or two over the chain for every move that something undoes.
    public List<Undoing> undoings() {
        return Undoings.of(space(), solution, settings.threads());
    }

    /// The odds of outcomes with everyone's κ multiplied by each of `times`, rising from above 1.
    public Sharper sharper(List<Double> times) {
        return Sharper.of(space(), solution, times, settings);
    }
}
