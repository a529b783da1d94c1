package org.casus.app.run;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;

/// How large a scenario is, before anything is solved.
///
/// @param combinations of levels, whether or not they can be reached
/// @param structure the compiled shape, where the board is small enough
/// @param refusal why it is too large, where it is
public record Extent(BigInteger combinations, Optional<Structure> structure, Optional<String> refusal) {

    /// Compiles `scenario` to see.
    public static Extent of(Scenario scenario) {
        var combinations = scenario.rows().stream()
                .map(row -> BigInteger.valueOf(row.levels().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        try {
            return new Extent(combinations, Optional.of(Structure.compile(scenario)), Optional.empty());
        } catch (SizeException e) {
            return new Extent(combinations, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static String alike(Structure structure) {
        return structure.space().scenario().alike().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " With alike actors in any order %,d states stand for them.",
                        structure.space().size());
    }

    /// `101,376 of 345,600 combinations of levels can be reached.`
    public String sentence() {
        return structure
                .map(s -> String.format(
                        Locale.ROOT,
                        "%,d of %,d combinations of levels can be reached.%s",
                        s.space().boards(),
                        combinations,
                        alike(s)))
                .orElseGet(() -> "Too large to solve: " + refusal.orElse("").replace("\n", " "));
    }
}
