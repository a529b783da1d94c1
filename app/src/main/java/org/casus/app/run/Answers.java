package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.casus.app.Version;
import org.casus.app.run.Answer.About;
import org.casus.app.run.Answer.Board;
import org.casus.app.run.Answer.Ending;
import org.casus.app.run.Answer.Figures;
import org.casus.app.run.Answer.Moment;
import org.casus.app.run.Answer.Size;
import org.casus.chain.Forecast;
import org.casus.chain.Forecasts;
import org.casus.scenario.Scenario;

/// Reads an [Answer] off a solved scenario.
public final class Answers {

    private Answers() {}

    /// What was asked beside the scenario itself.
    ///
    /// @param settings `path=value` as given
    /// @param times clock units; the horizon is always read as well
    /// @param seed of the random starts of a second opinion
    /// @param tolerance with which it is solved
    /// @param without the scenario without each of its edits, to see whether they do anything
    public record Asked(
            List<String> settings, double[] times, int threads, long seed, double tolerance, List<Variant> without) {}

    /// The seed where none is given: the first 48 bits of the hash, so that the same file gives
    /// the same run and the number survives every reader of JSON.
    public static long seed(Scenario scenario) {
        return Long.parseLong(scenario.hash().substring(0, 12), 16);
    }

    /// @param opinions further equilibria, with the odds of their outcomes
    /// @param clock wall time since the work began, seconds; asked last
    public static Answer of(Solved solved, Asked asked, Opinions opinions, DoubleSupplier clock) {
        Scenario scenario = solved.scenario();
        var forecast = forecast(solved, asked);
        var nothing = new double[scenario.outcomes().size()];
        Arrays.fill(nothing, Double.NaN);
        var atHorizon = forecast.map(f -> possible(f.outcomes()[f.horizon()])).orElse(nothing);
        var outcomes = scenario.outcomes().stream()
                .map(o -> new Ending(o.id(), Clean.text(o.title()), o.absorbing(), atHorizon[o.index()]))
                .toList();
        var rows = scenario.rows().stream()
                .map(row -> new Board(row.id(), Clean.text(row.title()), row.levels()))
                .toList();
        var prospects = forecast.filter(f -> solved.failure().isEmpty())
                .map(f -> Prospects.of(solved, f, asked.threads()))
                .orElse(Prospects.NONE);
        var warnings = new ArrayList<>(Idle.of(solved, asked.without()));
        forecast.map(f -> Warnings.of(solved, f, opinions.others())).ifPresent(warnings::addAll);
        return new Answer(
                about(scenario, asked),
                size(solved),
                figures(solved, forecast.map(Forecast::oddsError).orElse(Double.NaN), clock.getAsDouble()),
                outcomes,
                rows,
                forecast.map(f -> moments(f, asked.times())).orElse(List.of()),
                prospects,
                forecast.map(f -> played(scenario, f)).orElse(List.of()),
                forecast.map(f -> scores(solved)).orElse(List.of()),
                opinions,
                solved.failure(),
                List.copyOf(warnings));
    }

    /// The forecast of what was asked; empty where a partial result has no numbers to forecast
    /// from.
    private static Optional<Forecast> forecast(Solved solved, Asked asked) {
        boolean finite = Arrays.stream(solved.solution().rate()).allMatch(rate -> rate >= 0 && rate < 1e300);
        if (!finite) {
            return Optional.empty();
        }
        return Optional.of(Forecasts.of(solved.solution(), solved.structure().space(), asked.times(), asked.threads()));
    }

    private static About about(Scenario scenario, Asked asked) {
        return new About(
                scenario.name(),
                Clean.text(scenario.title()),
                Clean.text(scenario.question()),
                Version.current(),
                scenario.hash(),
                asked.seed(),
                scenario.policy(),
                asked.settings(),
                scenario.choice(),
                scenario.asOf(),
                scenario.clock(),
                Grounds.of(scenario.judgements()),
                asked.tolerance());
    }

    private static Size size(Solved solved) {
        var game = solved.solution().game();
        return new Size(game.states, game.plays(), game.transitions());
    }

    private static Figures figures(Solved solved, double oddsError, double seconds) {
        var solution = solved.solution();
        var work = solution.iterations();
        return new Figures(
                solution.residual(),
                solution.payoffGap(),
                solution.valueError(),
                oddsError,
                solution.settled(),
                work.steps(),
                work.refused(),
                work.newton(),
                work.products(),
                seconds);
    }

    private static List<Answer.Scored> scores(Solved solved) {
        var solution = solved.solution();
        return Scores.of(solved.scenario(), solved.structure().space(), solution.game(), solution.rate());
    }

    private static List<Moment> moments(Forecast forecast, double[] times) {
        var moments = new ArrayList<Moment>();
        for (double t : times) {
            int k = Arrays.binarySearch(forecast.times(), t);
            moments.add(new Moment(t, possible(forecast.outcomes()[k]), forecast.levels()[k]));
        }
        return moments;
    }

    /// Odds of 1 only where nothing else is possible, whatever rounding says.
    private static double[] possible(double[] odds) {
        var possible = odds.clone();
        boolean several = Arrays.stream(odds).filter(p -> p > 0).count() > 1;
        for (int k = 0; several && k < odds.length; k++) {
            possible[k] = Math.min(odds[k], Math.nextDown(1.0));
        }
        return possible;
    }

    /// Most played first; moves never open anywhere count as never played.
    private static List<Answer.Played> played(Scenario scenario, Forecast forecast) {
        return forecast.played().stream()
                .map(played -> {
                    var move = scenario.moves().get(played.move());
                    return new Answer.Played(
                            scenario.actors().get(played.actor()).id(),
                            move.id(),
                            Clean.text(move.title()),
                            played.times(),
                            played.atDisadvantage());
                })
                .sorted(Comparator.comparingDouble(Answer.Played::expectedTimes)
                        .reversed()
                        .thenComparing(Answer.Played::move))
                .toList();
    }
}
