package org.casus.game;

import java.util.List;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// From slopes by the entries of a game's arrays to slopes by the judgements they are made of: what
/// [Structure#game] does, differentiated backward.
///
/// Entries of the same formula are summed first; then each distinct formula hands its sum down to the
/// judgements in it, and each judgement turns game's units into those it was written in. What a worth
/// of w points for ever owes to ρ is counted: its flow is ρ w.
final class JudgementSlopes {

    private final World world;
    private final GameSlopes slopes;
    /// By judgement, in the game's units.
    private final double[] inGame;

    private JudgementSlopes(Scenario scenario, World world, GameSlopes slopes) {
        this.world = world;
        this.slopes = slopes;
        inGame = new double[scenario.judgements().size()];
    }

    /// Slope by each judgement per unit as written, in the order of [Scenario#judgements].
    ///
    /// @param byFormula slope by each formula of `formulas`
    static double[] of(StateSpace space, Formulas formulas, double[] byFormula, World world, GameSlopes slopes) {
        Scenario scenario = space.scenario();
        var made = new JudgementSlopes(scenario, world, slopes);
        formulas.pull(world, byFormula, made.inGame);
        made.actors(scenario);
        made.worths(space);
        var written = new double[made.inGame.length];
        for (Judgement judgement : scenario.judgements()) {
            int k = judgement.index();
            written[k] = made.inGame[k] * judgement.measure().slope(world.written(judgement));
        }
        return written;
    }

    private void actors(Scenario scenario) {
        for (Actor actor : scenario.actors()) {
            int i = actor.index();
            boolean drifts = scenario.choice() == Choice.INTENTIONS;
            inGame[actor.acts().index()] += slopes.acts()[i];
            inGame[(drifts ? actor.drifts() : actor.acts()).index()] += slopes.drifts()[i];
            inGame[actor.looksAhead().index()] += slopes.discount()[i];
            inGame[actor.sharpness().index()] += slopes.kappa()[i] / world.inGame(actor.sharpness());
        }
    }

    private void worths(StateSpace space) {
        List<Actor> actors = space.scenario().actors();
        int[] levels = space.scenario().rows().stream()
                .mapToInt(row -> row.levels().size())
                .toArray();
        var board = new int[levels.length];
        for (Actor actor : actors) {
            for (Worth worth : actor.worths()) {
                Lookup<Boolean> holds = Lookup.of(worth.when().test(), levels);
                double sum = 0;
                for (int state = 0; state < space.size(); state++) {
                    space.board(state, board);
                    if (holds.at(board)) {
                        sum += slopes.flow()[state * actors.size() + actor.index()];
                    }
                }
                worth(actor, worth, worth.sign() * sum);
            }
        }
    }

    private void worth(Actor actor, Worth worth, double slope) {
        Judgement points = worth.points();
        if (points.measure().form() == Measure.Form.POINTS_EACH) {
            inGame[points.index()] += slope;
        } else {
            inGame[points.index()] += slope * world.inGame(actor.looksAhead());
            inGame[actor.looksAhead().index()] += slope * world.inGame(points);
        }
    }
}
