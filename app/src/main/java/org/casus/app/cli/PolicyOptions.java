package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.run.Times;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import picocli.CommandLine.Option;

/// Which policies are set beside each other, and what is asked of agreements: what commands that compare
/// have in common.
final class PolicyOptions {

    @Option(
            names = "--policies",
            paramLabel = "A,B",
            hideParamSyntax = true,
            split = ",",
            description = "The policies to compare with as-is (default: all).")
    private List<String> policies = List.of();

    @Option(
            names = "--recurs-within",
            paramLabel = "TIME",
            description = "For agreements, how soon after a signature fighting counts as recurring, in clock units or "
                    + "with a unit: '2 months' (default: a quarter of the horizon).")
    private Optional<String> recursWithin = Optional.empty();

    /// The options as typed.
    List<String> words() {
        var words = new ArrayList<String>();
        if (!policies.isEmpty()) {
            words.addAll(List.of("--policies", String.join(",", policies)));
        }
        recursWithin.ifPresent(time -> words.addAll(List.of("--recurs-within", time)));
        return words;
    }

    /// The ids of the policies beside as-is.
    ///
    /// @throws Failure if `scenario` has no such policy
    List<String> policies(Scenario scenario) {
        policies.forEach(id -> ScenarioInput.known(scenario, id.strip()));
        List<String> ids = policies.isEmpty()
                ? scenario.policies().stream().map(Policy::id).toList()
                : policies.stream().map(String::strip).distinct().toList();
        return ids.stream().filter(id -> !id.equals(Policy.AS_IS)).toList();
    }

    /// How soon counts as soon, clock units.
    ///
    /// @throws Failure if it is no time
    double within(Scenario scenario) {
        double soon = Times.soon(scenario.clock());
        try {
            double[] times = recursWithin
                    .map(time -> Times.parse(time, scenario.clock().unit()))
                    .orElse(new double[] {soon});
            if (times.length != 1 || !(times[0] > 0)) {
                throw new IllegalArgumentException("It takes one time above 0.");
            }
            return times[0];
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "--recurs-within: " + e.getMessage());
        }
    }
}
