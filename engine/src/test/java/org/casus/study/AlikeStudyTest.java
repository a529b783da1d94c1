package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Judgement;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

/// Policies compared where actors are alike, against the same file that does not say so.
class AlikeStudyTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1).withTolerance(1e-11);

    private static String text() throws Exception {
        return Files.readString(Path.of("src/test/resources/alike.yaml"));
    }

    private static ScenarioFile alike() throws Exception {
        return Sample.of(text());
    }

    private static ScenarioFile each() throws Exception {
        return Sample.of(text().replace("alike: [iran, iraq, kuwait]\n", "")
                .replace(
                        "dearer: {set: {iraq/arm costs: 3}}",
                        "dearer: {set: {iran/arm costs: 3, iraq/arm costs: 3," + " kuwait/arm costs: 3}}")
                .replace("alike: [], ", ""));
    }

    private record Both(Variant before, Solution asIs, Variant after, Solution rethought) {

        static Both of(ScenarioFile file, String policy) throws Exception {
            Variant before = Sample.variant(file, "");
            Variant after = Sample.variant(file, policy);
            return new Both(before, solved(before), after, solved(after));
        }

        private static Solution solved(Variant variant) throws Exception {
            return Equilibrium.solve(variant.structure().game(variant.middle()), SETTINGS);
        }

        double[] held() {
            var held = new Held(
                    before.structure().space(), asIs.game(), after.structure().space(), rethought.game());
            double[] rates = held.rates(asIs.rate(), Optional.of(rethought.rate()));
            return new Readings(after.structure().space(), rethought.game(), List.of())
                    .of(rethought.game(), rates)
                    .outcomes();
        }

        double[] start(double[] there) {
            return new CarryOver(before.structure().space(), after.structure().space(), rethought.game())
                    .start(rethought.value(), asIs.value(), there);
        }
    }

    @Test
    void plansAreHeldByWhoeverHasTheSeat() throws Exception {
        for (String policy : List.of("dearer", "one-alone")) {
            assertThat(Both.of(alike(), policy).held())
                    .as(policy)
                    .containsExactly(Both.of(each(), policy).held(), within(1e-8));
        }
    }

    @Test
    void valuesAreCarriedOverFromSeatToSeat() throws Exception {
        Both some = Both.of(alike(), "one-alone");
        Both all = Both.of(each(), "one-alone");
        assertThat(some.before.structure().space().size())
                .isLessThan(some.after.structure().space().size());
        double[] there = some.asIs.value().clone();
        double[] whole = all.asIs.value().clone();
        for (int k = 0; k < there.length; k++) {
            there[k] *= 1.5;
        }
        for (int k = 0; k < whole.length; k++) {
            whole[k] *= 1.5;
        }
        assertThat(some.start(there)).containsExactly(all.start(whole), within(1e-8));
    }

    @Test
    void drawnWorldsGiveAlikeActorsOneNumber() throws Exception {
        Variant variant = Sample.variant(alike(), "");
        Draws draws = Draws.of(variant.scenario(), 7);
        Draws under = draws.under(Sample.variant(alike(), "one-alone").scenario());
        for (int k = 0; k < 20; k++) {
            World world = draws.world(k);
            assertThat(variant.structure().game(world).states).isPositive();
            World lifted = under.world(k);
            Judgement want = judgement(variant, "kuwait wants arms-kuwait is high");
            assertThat(lifted.written(judgement(variant, "iran wants arms-iran is high")))
                    .isEqualTo(world.written(want))
                    .isEqualTo(lifted.written(want));
        }
    }

    private static Judgement judgement(Variant variant, String id) {
        return variant.scenario().judgements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void movesOfOthersAreReadOffAsOfTheWholeGame() throws Exception {
        String more =
                "  drilled: odds ever of usa/drill\n  drilling: usa/drill is played\n  ready: odds ever of armed\n";
        String scores = "scores:\n  dear: weeks with oil is dear\n" + more;
        String line = "scores: {dear: weeks with oil is dear}\n";
        ScenarioFile some = Sample.of(text().replace(line, scores));
        ScenarioFile all = Sample.of(text().replace(line, scores).replace("alike: [iran, iraq, kuwait]\n", ""));
        assertThat(values(some)).containsExactly(values(all), within(1e-9));
    }

    private static double[] values(ScenarioFile file) throws Exception {
        Variant variant = Sample.variant(file, "");
        Solution solution = Both.solved(variant);
        List<Ask> asks = variant.scenario().scores().stream()
                .map(score -> new Ask(score.quantity(), Optional.empty()))
                .toList();
        return new Readings(variant.structure().space(), solution.game(), asks)
                .of(solution)
                .values();
    }
}
