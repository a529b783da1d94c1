package org.casus.study;

import java.util.Optional;
import org.casus.chain.RateSlopes;
import org.casus.equilibrium.Adjoint;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.GameSlopes;
import org.casus.game.Structure;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;
import org.casus.scenario.World;

/// Gradients of quantities of one solved game by all judgements, each by one adjoint:
///
///     dq/dθ = Σ_k ∂q/∂a_k ∂a_k/∂θ    a the entries of the game's arrays
///
/// 1. [RateSlopes]: slopes by the rates of the chain, play held;
/// 2. [Adjoint]: by what the actors care about and can do, through everyone's play;
/// 3. [Structure#slopes]: by the judgements behind the entries, as written.
///
/// A quantity that is not linear in where the chain is, a ratio q = N/D, is turned into one that is and
/// has the same slopes: (N − q D) / D, q and D held at their values.
///
/// Under *intentions* the set of intended plays is held: where a move is worth exactly as much as
/// waiting there is a kink, and slopes on its two sides differ ([Kinks]).
///
/// Cost of a quantity: three passes of uniformisation and one solve with the transposed Jacobian,
/// however many judgements. One at a time; results do not depend on threads.
public final class Gradients implements AutoCloseable {

    private final Structure structure;
    private final World world;
    private final Solution solution;
    private final Settings settings;
    private final Adjoint adjoint;

    /// At `solution`, which must be that of `structure.game(world)`.
    ///
    /// @throws IllegalArgumentException if the solution is of a game of another size
    public Gradients(Structure structure, World world, Solution solution, Settings settings) {
        if (solution.game().states != structure.space().size()) {
            throw new IllegalArgumentException("a solution of another game");
        }
        this.structure = structure;
        this.world = world;
        this.solution = solution;
        this.settings = settings;
        adjoint = new Adjoint(solution, settings);
    }

    /// The gradient of `quantity` at the horizon.
    public Gradient of(Quantity quantity) {
        return of(quantity, Optional.empty(), solution.game().horizon);
    }

    /// The gradient of `quantity` at `time` in clock units, where the file means the horizon.
    ///
    /// @param beside for a play `when ROW is L` the level it is compared with, whose boards then count too
    /// @throws org.casus.chain.TooFastException if the chain is too fast for so long a time
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public Gradient of(Quantity quantity, Optional<Standing> beside, double time) {
        return Linearised.of(structure.space(), solution, quantity, beside, time, settings.threads())
                .map(linear -> of(quantity, linear))
                .orElseGet(() -> new Gradient(quantity, Double.NaN, nothing(), 0, 0, 0));
    }

    private double[] nothing() {
        return new double[structure.space().scenario().judgements().size()];
    }

    private Gradient of(Quantity quantity, Linearised linear) {
        RateSlopes direct = RateSlopes.of(solution, linear.functional(), settings.threads());
        Adjoint.Answer answer = adjoint.solve(direct.play());
        GameSlopes slopes = answer.slopes();
        slopes.add(direct.lead(), direct.chance());
        double[] slope = structure.slopes(world, slopes);
        for (int k = 0; k < slope.length; k++) {
            slope[k] *= linear.factor();
        }
        return new Gradient(
                quantity,
                linear.level() + linear.factor() * direct.value(),
                slope,
                answer.residual(),
                Math.abs(linear.factor()) * direct.truncation(),
                answer.products());
    }

    /// Lets go of the threads.
    @Override
    public void close() {
        adjoint.close();
    }
}
