package org.casus.app.live;

import java.util.List;
import org.casus.game.Game;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// A view compiled: its scenario, and the game with every judgement at its middle or as it was set.
///
/// @param world of `structure`, whose game it is
/// @param sameBoard whether its states and plays are, one by one, those of its policy with nothing set
public record Sight(View view, Scenario scenario, Structure structure, World world, Game game, boolean sameBoard) {

    /// A policy with nothing set.
    ///
    /// @throws ScenarioException if the file has no such policy
    /// @throws SizeException if its board is too large
    static Sight plain(ScenarioFile file, String policy) throws ScenarioException, SizeException {
        var view = new View(policy, List.of());
        Scenario scenario = file.with(view.edits());
        Structure structure = Structure.compile(scenario);
        World middle = World.middle(scenario);
        return new Sight(view, scenario, structure, middle, structure.game(middle), true);
    }

    /// `view`, on the board of `base` if all that it sets lies in the ranges of judgements.
    ///
    /// @throws ScenarioException if a setting is none
    /// @throws SizeException if its board is too large
    static Sight of(ScenarioFile file, Base base, View view) throws ScenarioException, SizeException {
        if (view.set().isEmpty()) {
            return new Sight(
                    view,
                    base.scenario(),
                    base.structure(),
                    World.middle(base.scenario()),
                    base.solution().game(),
                    true);
        }
        Scenario scenario = file.with(view.edits());
        if (within(base.scenario(), scenario, view)) {
            double[] written = scenario.judgements().stream()
                    .mapToDouble(Judgement::middle)
                    .toArray();
            World world = World.of(base.scenario(), written);
            return new Sight(
                    view, scenario, base.structure(), world, base.structure().game(world), true);
        }
        Structure structure = Structure.compile(scenario);
        World middle = World.middle(scenario);
        return new Sight(view, scenario, structure, middle, structure.game(middle), false);
    }

    /// Whether the view does nothing but give judgements of `before` values within their ends.
    private static boolean within(Scenario before, Scenario after, View view) {
        List<String> ids = before.judgements().stream().map(Judgement::id).toList();
        boolean judgements = view.settings().stream().allMatch(setting -> ids.contains(setting.path()));
        return judgements
                && ids.equals(after.judgements().stream().map(Judgement::id).toList())
                && before.judgements().stream().allMatch(each -> {
                    Judgement set = after.judgements().get(each.index());
                    return set.measure().equals(each.measure())
                            && set.middle() >= each.low()
                            && set.middle() <= each.high();
                });
    }
}
