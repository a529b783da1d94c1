package org.casus.bench;

import java.nio.file.Path;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// What kernels are measured on: the reference case in its middle world, solved to a few digits, or the file
/// that `-Dcasus.bench.scenario` names.
///
/// @param solution to a residual of 1e-4
public record Reference(Scenario scenario, Structure structure, World world, Solution solution) {

    private static final String REFERENCE = "scenarios/nagorno-karabakh-2020/scenario.yaml";

    public static Reference load() {
        Path home = Path.of(System.getProperty("casus.home", ""));
        String named = System.getProperty("casus.bench.scenario", "");
        try {
            Scenario scenario = ScenarioFile.load(named.isEmpty() ? home.resolve(REFERENCE) : Path.of(named))
                    .scenario();
            var structure = Structure.compile(scenario);
            var world = World.middle(scenario);
            var settings = Settings.standard().withTolerance(1e-4).withThreads(1);
            return new Reference(scenario, structure, world, Equilibrium.solveQuickly(structure.game(world), settings));
        } catch (java.io.IOException | ScenarioException | SizeException | NotSolvedException e) {
            throw new IllegalStateException("nothing to measure on: " + e.getMessage(), e);
        }
    }
}
