package org.casus.study;

import java.util.List;
import java.util.Optional;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// The scenario under a policy, or without some of what it holds, compiled once for all worlds.
///
/// @param id what it is called: `as-is`, the policy's id, or `without a, b`
/// @param title of the policy in the file, else the id
public record Variant(String id, String title, Scenario scenario, Structure structure) {

    /// The variant of `file` under `setting`.
    ///
    /// @throws ScenarioException if the file has no such policy or part, or what comes out is no scenario
    /// @throws SizeException if too many states can be reached
    public static Variant of(ScenarioFile file, Setting setting) throws ScenarioException, SizeException {
        Scenario scenario = file.with(edits(setting));
        return new Variant(id(setting), title(file.scenario(), setting), scenario, Structure.compile(scenario));
    }

    /// What the variant of `setting` is called: `as-is`, the policy's id, or `without a, b`.
    public static String id(Setting setting) {
        return switch (setting) {
            case Setting.AsIs asIs -> Policy.AS_IS;
            case Setting.Under(String policy) -> policy;
            case Setting.Without(List<String> ids) -> "without " + String.join(", ", ids);
        };
    }

    private static Edits edits(Setting setting) {
        return switch (setting) {
            case Setting.AsIs asIs -> Edits.none();
            case Setting.Under(String policy) -> policy.equals(Policy.AS_IS) ? Edits.none() : Edits.policy(policy);
            case Setting.Without(List<String> ids) -> new Edits(Optional.empty(), List.of(), ids, List.of());
        };
    }

    private static String title(Scenario scenario, Setting setting) {
        String id = id(setting);
        return scenario.policies().stream()
                .filter(policy -> policy.id().equals(id))
                .map(Policy::title)
                .findFirst()
                .orElse(id);
    }

    /// The middle world of the variant itself.
    public World middle() {
        return World.middle(scenario);
    }
}
