package org.casus.chain;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Actor;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// The whole solved game as tables, so that anyone can check it with other tools: from them V, W,
/// the rates of moves
/// and
/// any odds can be worked out again without this program. What the columns mean is in
/// `docs/reference/export.md`.
///
/// Size: some 100 bytes a state and actor, 60 a play, 50 a lead and a chance jump.
public final class CsvExport {

    /// Odds that fall short of 1 by more than this stay in place; less is rounding.
    private static final double ROUNDING = 1e-14;

    private final Game game;
    private final Solution solution;
    private final StateSpace space;
    private final Scenario scenario;
    private final Sink sink;

    private CsvExport(Solution solution, StateSpace space, Sink sink) {
        this.game = solution.game();
        this.solution = solution;
        this.space = space;
        this.scenario = space.scenario();
        this.sink = sink;
    }

    /// Writes `about.csv`, `actors.csv`, `states.csv`, `moves.csv`, `leads.csv` and `chance.csv`.
    ///
    /// @param about what else `about.csv` should say, such as the version of the program
    public static void write(Solution solution, StateSpace space, SequencedMap<String, String> about, Sink sink)
            throws IOException {
        solution.game().seats.refuse("tables of plays");
        var export = new CsvExport(solution, space, sink);
        export.about(about);
        export.actors();
        export.states();
        export.moves();
        export.leads();
        export.chance();
    }

    private Csv open(String name, List<String> columns) throws IOException {
        var csv = new Csv(sink.open(name));
        for (String column : columns) {
            csv.add(column);
        }
        csv.endLine();
        return csv;
    }

    private void about(SequencedMap<String, String> more) throws IOException {
        try (Csv csv = open("about.csv", List.of("name", "value"))) {
            csv.add("scenario").add(scenario.name()).endLine();
            csv.add("policy").add(scenario.policy()).endLine();
            csv.add("hash").add(scenario.hash()).endLine();
            csv.add("clock").add(scenario.clock().unit().word()).endLine();
            csv.add("horizon").add(game.horizon).endLine();
            csv.add("residual").add(solution.residual()).endLine();
            csv.add("payoffGap").add(solution.payoffGap()).endLine();
            csv.add("valueError").add(solution.valueError()).endLine();
            for (Map.Entry<String, String> each : more.entrySet()) {
                csv.add(each.getKey()).add(each.getValue()).endLine();
            }
        }
    }

    private void actors() throws IOException {
        String choice = game.choice.name().toLowerCase(Locale.ROOT);
        try (Csv csv = open("actors.csv", List.of("actor", "acts", "drifts", "discount", "kappa", "choice"))) {
            for (Actor actor : scenario.actors()) {
                int i = actor.index();
                csv.add(actor.id()).add(game.acts[i]).add(game.drifts[i]);
                csv.add(game.discount[i]).add(game.kappa[i]).add(choice).endLine();
            }
        }
    }

    private void states() throws IOException {
        var columns = new java.util.ArrayList<>(List.of("state", "start", "outcome", "final"));
        for (Row row : scenario.rows()) {
            columns.add(columns.subList(0, 4).contains(row.id()) ? "row:" + row.id() : row.id());
        }
        for (String kind : List.of("flow:", "value:", "worth:")) {
            scenario.actors().forEach(actor -> columns.add(kind + actor.id()));
        }
        try (Csv csv = open("states.csv", columns)) {
            for (int x = 0; x < game.states; x++) {
                csv.add(x).add(x == game.start);
                csv.add(scenario.outcomes().get(space.outcome(x)).id()).add(space.absorbing(x));
                for (Row row : scenario.rows()) {
                    csv.add(row.levels().get(space.level(x, row.index())));
                }
                for (int i = 0; i < game.actors; i++) {
                    csv.add(game.flow(x, i));
                }
                for (double[] kind : List.of(solution.value(), solution.worth())) {
                    for (int i = 0; i < game.actors; i++) {
                        csv.add(kind[x * game.actors + i]);
                    }
                }
                csv.endLine();
            }
        }
    }

    private void moves() throws IOException {
        try (Csv csv = open("moves.csv", List.of("state", "actor", "move", "cost", "probability"))) {
            for (int x = 0; x < game.states; x++) {
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    int p = game.entry(x, e);
                    play(csv, x, p).add(game.playCost[p]);
                    csv.add(solution.rate()[e] / game.acts[game.playActor[p]]).endLine();
                }
            }
        }
    }

    private void leads() throws IOException {
        try (Csv csv = open("leads.csv", List.of("state", "actor", "move", "to", "odds"))) {
            for (int x = 0; x < game.states; x++) {
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    int p = game.entry(x, e);
                    double rest = 1;
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        play(csv, x, p)
                                .add(game.leadTo(x, l))
                                .add(game.leadOdds[l])
                                .endLine();
                        rest -= game.leadOdds[l];
                    }
                    if (rest > ROUNDING) {
                        play(csv, x, p).add(x).add(rest).endLine();
                    }
                }
            }
        }
    }

    private Csv play(Csv csv, int state, int p) {
        return csv.add(state)
                .add(scenario.actors().get(game.playActor[p]).id())
                .add(scenario.moves().get(game.playMove[p]).id());
    }

    private void chance() throws IOException {
        try (Csv csv = open("chance.csv", List.of("state", "event", "to", "rate"))) {
            for (int x = 0; x < game.states; x++) {
                for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                    csv.add(x).add(scenario.chance().get(game.chanceEvent[k]).id());
                    csv.add(game.chanceTo(x, k)).add(game.chanceRate[k]).endLine();
                }
            }
        }
    }
}
