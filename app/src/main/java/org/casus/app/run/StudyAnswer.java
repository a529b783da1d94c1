package org.casus.app.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.scenario.Clock;
import org.casus.study.Comparison;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.Verdict;
import org.casus.study.WorldResult;

/// What many worlds say, ready to be told.
///
/// @param draws the worlds that were looked at
/// @param results of every variant in every world, the middle world first, in the study's order
/// @param looks second looks, the middle world's first
/// @param comparison of policies, where that was asked
/// @param verdicts on the claims, where those were asked
public record StudyAnswer(
        About about,
        Study study,
        Drawn draws,
        List<WorldResult> results,
        List<Look> looks,
        Optional<Comparison> comparison,
        List<Verdict> verdicts) {

    /// What was asked, and of what.
    ///
    /// @param question the scenario's own
    /// @param settings `path=value` as given
    /// @param worlds how many were drawn, beside the middle one
    /// @param recursWithin see [Study.Wanted]
    public record About(
            String scenario,
            String title,
            String question,
            String version,
            String hash,
            long seed,
            List<String> settings,
            double tolerance,
            Clock clock,
            Grounds grounds,
            int worlds,
            Ensemble.Start start,
            OptionalDouble recursWithin) {}

    /// Something that could not be solved.
    public record Failed(int world, String variant, String reason) {}

    /// Everything that could not be solved, world by world.
    public List<Failed> failures() {
        return results.stream()
                .flatMap(result ->
                        result.failure().stream().map(reason -> new Failed(result.world(), result.variant(), reason)))
                .toList();
    }

    /// How many of the drawn worlds have something that could not be solved.
    public int failedWorlds() {
        return distinct(failures().stream().map(Failed::world).toList());
    }

    /// How many of the drawn worlds are solved in every variant.
    public int solvedWorlds() {
        return about.worlds - failedWorlds();
    }

    /// In how many of the drawn worlds something could not be solved quickly and was tried once more with
    /// all care, whether that helped or not.
    public int triedAgain() {
        return distinct(results.stream()
                .filter(WorldResult::again)
                .map(WorldResult::world)
                .toList());
    }

    /// The drawn worlds of `variant` that count in the comparison: those in which every policy is solved.
    public List<WorldResult> counted(String variant) {
        List<String> compared = study.compared();
        Set<Integer> failed = results.stream()
                .filter(result -> compared.contains(result.variant()) && !result.solved())
                .map(WorldResult::world)
                .collect(Collectors.toSet());
        return results.stream()
                .filter(result -> result.variant().equals(variant)
                        && result.world() != Ensemble.CENTRAL
                        && !failed.contains(result.world()))
                .toList();
    }

    private static int distinct(Collection<Integer> worlds) {
        var distinct = new TreeSet<>(worlds);
        distinct.remove(Ensemble.CENTRAL);
        return distinct.size();
    }

    /// The variant that second looks are at: the scenario as it is, where that is one.
    public String looked() {
        return study.variants().getFirst().id();
    }

    /// Where further equilibria were looked for.
    public List<Look> opinions() {
        return looks.stream()
                .filter(look -> look.sought() && look.failure().isEmpty())
                .toList();
    }

    /// In how many of them there are several.
    public int several() {
        return (int) opinions().stream().filter(Look::several).count();
    }

    /// What of the drawn worlds was solved with all care as well.
    public List<Look> checks() {
        return looks.stream()
                .filter(look ->
                        look.world() != Ensemble.CENTRAL && look.failure().isEmpty())
                .toList();
    }

    /// In how many drawn worlds that was.
    public int checkedWorlds() {
        return distinct(checks().stream().map(Look::world).toList());
    }

    /// Those where the run has ended at another equilibrium.
    public List<Look> elsewhere() {
        return checks().stream()
                .filter(look -> results.stream()
                        .filter(result -> result.world() == look.world()
                                && result.variant().equals(look.variant())
                                && result.solved())
                        .anyMatch(result -> look.elsewhere(result.outcomes())))
                .toList();
    }
}
