package org.casus.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Outcome;
import org.casus.why.Errors;

/// Accounts of the outcomes that a brief tells of: the two likeliest, and those that are final and have odds below
/// one in a hundred, for they are what people fear most. The first one whole, of the others the stories and the
/// errors.
public final class Pathways {

    private static final int LIKELIEST = 2;
    private static final double RARE = 0.01;

    private Pathways() {}

    /// What a brief has to tell of how it may unfold.
    ///
    /// @param accounts the likeliest outcome first
    /// @param untold why there are none, in a sentence; empty where there are
    public record Told(List<Account> accounts, Optional<String> untold) {

        /// Nothing, because what values are made of is not solved.
        public static Told unsolved() {
            return new Told(
                    List.of(),
                    Optional.of("No stories are told here: what decisions rest on could not be solved to the accuracy "
                            + "asked for."));
        }

        /// Nothing, because all the orders of alike actors are too many states, or are not solved.
        static Told folded() {
            return new Told(
                    List.of(),
                    Optional.of("No stories are told here: they follow single actors, and with every order of those "
                            + "that are alike a state of its own the board is too large, or is not solved."));
        }
    }

    /// The accounts, the likeliest outcome first. Outcomes that cannot come about have none,
    /// nor has any where the orders of alike actors are too many states; then it says so.
    ///
    /// @param seed of the runs
    /// @param watcher is told what is being worked on
    /// @throws NotSolvedException if a linear system behind the first one cannot be solved
    public static Told of(Solved solved, List<String> set, long seed, Settings settings, Consumer<String> watcher)
            throws NotSolvedException {
        Optional<Solved> whole = solved.whole(settings);
        return whole.isEmpty()
                ? Told.folded()
                : new Told(accounts(whole.get(), set, seed, settings, watcher), Optional.empty());
    }

    private static List<Account> accounts(
            Solved solved, List<String> set, long seed, Settings settings, Consumer<String> watcher)
            throws NotSolvedException {
        var accounts = new ArrayList<Account>();
        for (Outcome outcome : told(solved, settings)) {
            watcher.accept("how it comes to " + outcome.id());
            var asked = new AccountRun.Asked(
                    set,
                    Optional.of(outcome),
                    OptionalInt.empty(),
                    AccountRun.RUNS,
                    seed,
                    Errors.CLEAR,
                    1,
                    !accounts.isEmpty());
            var run = new AccountRun(solved, asked, settings);
            Account how = run.how();
            accounts.add(
                    accounts.isEmpty()
                            ? run.why(how, watcher)
                            : how.with(accounts.getFirst().errors().orElseThrow()));
        }
        return List.copyOf(accounts);
    }

    private static List<Outcome> told(Solved solved, Settings settings) {
        var forecast = Forecasts.of(solved.solution(), solved.structure().space(), new double[0], settings.threads());
        double[] odds = forecast.outcomes()[forecast.horizon()];
        List<Outcome> byOdds = solved.scenario().outcomes().stream()
                .filter(outcome -> odds[outcome.index()] > 0)
                .sorted(Comparator.comparingDouble((Outcome outcome) -> -odds[outcome.index()]))
                .toList();
        var told = new ArrayList<Outcome>();
        for (int k = 0; k < byOdds.size(); k++) {
            Outcome outcome = byOdds.get(k);
            if (k < LIKELIEST || (outcome.absorbing() && odds[outcome.index()] < RARE)) {
                told.add(outcome);
            }
        }
        return told;
    }
}
