package org.casus.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Policy;

/// What a study says in its middle world at another equilibrium than the reported one.
///
/// The scenario as it is has further equilibria where a second opinion found some. Every other variant is
/// solved from the values of each of them, state by state of the same levels: it ends at its own equilibrium
/// next to that one, which is what is met if people expect of each other what they do there. If there is
/// none on the way from it the variant has failed: its reported equilibrium beside this one of the others
/// would compare two ways of playing.
///
/// Its results stand beside those of worlds, under indices that no world has ([#world]).
public final class Elsewhere {

    /// Far below any world.
    private static final int FIRST = -1_000_000_000;

    private Elsewhere() {}

    /// The index under which the results at further equilibrium number `k` ≥ 0 stand.
    public static int world(int k) {
        return FIRST - k;
    }

    /// Which further equilibrium the results of an index are at, −1 for those of a world.
    public static int equilibrium(int world) {
        return world > FIRST ? -1 : FIRST - world;
    }

    /// What every variant of `study` says next to `other`, further equilibrium number `k` of the scenario as it
    /// is in its middle world. Cost: a solve for each variant but that one.
    ///
    /// @throws IllegalArgumentException if the study does not have the scenario as it is
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static List<WorldResult> of(Study study, Solution other, int k, Settings settings) {
        Study.Part asIs = study.part(Policy.AS_IS);
        List<WorldResult> results = new ArrayList<>();
        for (Variant variant : study.variants()) {
            Study.Part part = study.part(variant.id());
            Attempt attempt = variant.id().equals(Policy.AS_IS)
                    ? new Attempt.Solved(other, false)
                    : Attempt.at(() -> Equilibrium.solveFrom(part.middle(), settings, start(asIs, other, part)));
            results.add(
                    switch (attempt) {
                        case Attempt.Failed(String reason, boolean again) ->
                            WorldResult.failed(world(k), variant.id(), reason);
                        case Attempt.Solved(Solution solution, boolean again) ->
                            InWorld.result(world(k), part, solution);
                    });
        }
        return List.copyOf(results);
    }

    /// V `[R * N]` for `part` from that of the scenario as it is. A state that is not reached there starts from
    /// the value of its first state, an actor it does not have from nothing.
    private static double[] start(Study.Part asIs, Solution other, Study.Part part) {
        var alike = new Alike(
                asIs.variant().structure().space(), part.variant().structure().space());
        int[] states = alike.states();
        int[] actors = alike.actors();
        int n = actors.length;
        int before = asIs.middle().actors;
        double[] value = other.value();
        var start = new double[states.length * n];
        for (int x = 0; x < states.length; x++) {
            int from = states[x] < 0 ? asIs.middle().start : states[x];
            int[] seats = states[x] < 0 ? IntStream.range(0, before).toArray() : alike.seats(x);
            for (int i : IntStream.range(0, n).filter(i -> actors[i] >= 0).toArray()) {
                start[x * n + i] = value[from * before + seats[actors[i]]];
            }
        }
        return start;
    }
}
