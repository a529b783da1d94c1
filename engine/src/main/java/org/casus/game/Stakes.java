package org.casus.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Actor;
import org.casus.scenario.Measure;
import org.casus.scenario.Move;
import org.casus.scenario.Price;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// A game's flows and prices taken apart into what the scenario states: for every state x and play e of
/// actor i, to rounding,
///
///     flow_i(x) = Σ stakes of i, flow(x)        playCost_e = −Σ stakes of i, paid(x, move of e)
///
/// Cost: a look at each state for every want, fear, commitment and price. Memory one bit a state and stake.
public final class Stakes {

    private Stakes() {}

    /// The stakes of `actor` in `world`: wants, fears and commitments in the file's order, then the prices of
    /// its moves in theirs. Moves that are closed for good have none.
    public static List<Stake> of(StateSpace space, World world, Actor actor) {
        Scenario scenario = space.scenario();
        var stakes = new ArrayList<Stake>();
        for (Worth worth : actor.worths()) {
            stakes.add(stake(space, world, actor, worth));
        }
        for (Move move : scenario.moves()) {
            if (move.actor() == actor.index() && !move.dormant()) {
                for (Price price : move.costs()) {
                    stakes.add(stake(space, world, move, price));
                }
            }
        }
        return List.copyOf(stakes);
    }

    private static Stake stake(StateSpace space, World world, Actor actor, Worth worth) {
        double points = worth.sign() * world.inGame(worth.points());
        boolean running = worth.points().measure().form() == Measure.Form.POINTS_EACH;
        return new Stake(
                actor.index(),
                worth.label(),
                Stake.Kind.of(worth.kind()),
                worth.points(),
                Optional.empty(),
                space.seated(worth.when().test()),
                running ? points : world.inGame(actor.looksAhead()) * points);
    }

    private static Stake stake(StateSpace space, World world, Move move, Price price) {
        return new Stake(
                move.actor(),
                price.points().id(),
                Stake.Kind.PRICE,
                price.points(),
                Optional.of(move.index()),
                space.seated(price.when().test()),
                -world.inGame(price.points()));
    }
}
