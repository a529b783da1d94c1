package org.casus.app.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.SizeException;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// The policies of one file with nothing set, each solved once: the last few that were asked for, and the scenario as
/// it is. One caller at a time.
final class Bases {

    /// Residual: an error of odds of about 1e-6 on the reference case.
    private static final double RESIDUAL = 1e-4;

    private static final int POLICIES = 4;

    private final ScenarioFile file;
    private final Settings settings;
    private final Map<String, Base> bases = new LinkedHashMap<>(16, 0.75f, true);

    Bases(ScenarioFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /// The base of `policy`, solved quickly where it is not known.
    Base of(String policy) throws ScenarioException, SizeException, NotSolvedException {
        Base known = bases.get(policy);
        if (known == null) {
            known = solve(policy);
            put(policy, known);
        }
        return known;
    }

    /// From now on `base` is that of `policy`.
    void put(String policy, Base base) {
        bases.put(policy, base);
        List<String> oldest =
                bases.keySet().stream().filter(id -> !id.equals(Policy.AS_IS)).toList();
        oldest.stream().limit(Math.max(0, oldest.size() - POLICIES)).forEach(bases::remove);
    }

    private Base solve(String policy) throws ScenarioException, SizeException, NotSolvedException {
        Sight sight = Sight.plain(file, policy);
        Solution solution = Equilibrium.solveQuickly(sight.game(), settings.withTolerance(RESIDUAL));
        double[] odds = SightOdds.atHorizon(sight, solution.rate(), settings.threads());
        return new Base(sight.scenario(), sight.structure(), solution, odds);
    }
}
