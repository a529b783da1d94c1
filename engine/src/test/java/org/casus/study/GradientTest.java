package org.casus.study;

import java.util.*;
import org.casus.chain.*;
import org.casus.equilibrium.*;
import org.casus.game.*;
import org.casus.scenario.*;
import org.junit.jupiter.api.Test;

class GradientTest {
    static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-13);

    @Test
    void look() throws Exception {
        for (Choice choice : Choice.values()) {
            for (long seed = 1; seed <= 3; seed++) {
                long t0 = System.nanoTime();
                Scenario scenario = RandomScenario.scenario(seed, choice);
                var structure = Structure.compile(scenario);
                var world = World.middle(scenario);
                var solution = Equilibrium.solve(structure.game(world), EXACT);
                var out = new StringBuilder(choice + " " + seed + " states " + structure.space().size() + " js " + scenario.judgements().size());
                List<Quantity> qs = List.of(
                    new Quantity.OddsAt(new Guard("", scenario.outcomes().get(1).when().test())),
                    new Quantity.OddsEver(new Guard("", new Condition.On(1, 2))),
                    new Quantity.OddsEverMade(3),
                    new Quantity.TimeWith(new Guard("", new Condition.On(2, 2)), TimeUnit.MONTH),
                    new Quantity.Play(4, Optional.empty()),
                    new Quantity.Play(4, Optional.of(new Quantity.Standing(1, 1))));
                var g = new ArrayList<Gradient>();
                try (var gr = new Gradients(structure, world, solution, EXACT)) {
                    for (var q : qs) g.add(gr.of(q));
                }
                for (var x : g) out.append(String.format(" [v %.4f r %.0e p%d]", x.value(), x.residual(), x.products()));
                double[][] fd = new double[qs.size()][scenario.judgements().size()];
                boolean[] kink = new boolean[scenario.judgements().size()];
                double[] most = new double[qs.size()];
                int kinks = 0;
                for (Judgement j : scenario.judgements()) {
                    double h = 1e-3 * j.middle();
                    int crossed = 0;
                    double[] sum = new double[qs.size()];
                    double[] c = {1, -8, 8, -1};
                    double[] at = {-2, -1, 1, 2};
                    for (int k = 0; k < 4; k++) {
                        double[] w = scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
                        w[j.index()] += at[k] * h;
                        var other = World.of(scenario, w);
                        var s = Equilibrium.solve(structure.game(other), EXACT);
                        crossed += Kinks.between(solution, s);
                        for (int q = 0; q < qs.size(); q++) {
                            var r = Linearised.of(structure.space(), s, qs.get(q), Optional.empty(), s.game().horizon, 1);
                            if (r.isEmpty()) continue;
                            sum[q] += c[k] * (r.get().level() + r.get().factor() * RateSlopes.of(s, r.get().functional(), 1).value()) / (12 * h);
                        }
                    }
                    kink[j.index()] = crossed > 0; if (crossed > 0) kinks++;
                    for (int q = 0; q < qs.size(); q++) { fd[q][j.index()] = sum[q]; most[q] = Math.max(most[q], Math.abs(g.get(q).slope(j)) * j.middle()); }
                }
                out.append(" kinks " + kinks + " errs");
                for (int q = 0; q < qs.size(); q++) {
                    double worst = 0, abs = 0; int who = -1;
                    for (Judgement j : scenario.judgements()) {
                        if (kink[j.index()]) continue;
                        double d = Math.abs(fd[q][j.index()] - g.get(q).slope(j));
                        double rel = d / (Math.abs(g.get(q).slope(j)) + 1e-3 * most[q] / j.middle());
                        abs = Math.max(abs, d * j.middle());
                        if (rel > worst) { worst = rel; who = j.index(); }
                    }
                    out.append(String.format(" %.1e(a %.0e m %.0e j%d)", worst, abs, most[q], who));
                }
                System.out.println(out + " " + (System.nanoTime() - t0) / 1_000_000 + " ms");
            }
        }
    }
}
