package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.chain.RandomScenario.Solved;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.casus.scenario.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {

    static Texts export(Solved solved) throws IOException {
        var about = new LinkedHashMap<String, String>();
        about.put("version", "1.2.3");
        var texts = new Texts();
        CsvExport.write(solved.solution(), solved.space(), about, texts);
        return texts;
    }

    /// V, W, the rates of moves and the odds at the horizon, worked out again from the text of the
    /// export alone.
    @ParameterizedTest
    @CsvSource({
        "1, INTENTIONS",
        "2, INTENTIONS",
        "3, INTENTIONS",
        "4, INTENTIONS",
        "5, INTENTIONS",
        "6, INTENTIONS",
        "7, MISTAKES",
        "8, MISTAKES",
        "9, TASTES",
        "10, TASTES"
    })
    void everythingCanBeWorkedOutAgain(long seed, Choice choice) throws Exception {
        Solved solved = RandomScenario.solved(seed, choice);
        var again = new CsvRecomputation(export(solved));
        assertThat(again.states()).isEqualTo(solved.space().size());
        assertThat(again.missingOdds()).as("seed %d", seed).isLessThan(1e-13);
        assertThat(again.wrongProbabilities()).as("seed %d", seed).isLessThan(1e-12);
        double[][] value = again.recomputedValue();
        double[][] worth = again.recomputedWorth();
        for (int x = 0; x < again.states(); x++) {
            assertThat(value[x]).as("seed %d state %d", seed, x).containsExactly(again.value[x], within(1e-8));
            assertThat(worth[x]).as("seed %d state %d", seed, x).containsExactly(again.worth[x], within(1e-8));
        }
        var forecast = Forecasts.of(solved.solution(), solved.space(), new double[0], 1);
        Map<String, Double> odds = again.recomputedOdds();
        for (int o = 0; o < 3; o++) {
            String id = solved.space().scenario().outcomes().get(o).id();
            assertThat(forecast.outcomes()[forecast.horizon()][o])
                    .as("seed %d", seed)
                    .isEqualTo(odds.getOrDefault(id, 0.0), within(1e-9));
        }
    }

    @Test
    void columnsAreThosePromised() throws Exception {
        Texts files = export(RandomScenario.solved(5, Choice.INTENTIONS));
        assertThat(files.names())
                .containsExactly("about.csv", "actors.csv", "states.csv", "moves.csv", "leads.csv", "chance.csv");
        assertThat(files.text("actors.csv")).startsWith("actor,acts,drifts,discount,kappa,choice\nactor-0,");
        assertThat(files.text("moves.csv")).startsWith("state,actor,move,cost,probability\n");
        assertThat(files.text("leads.csv")).startsWith("state,actor,move,to,odds\n");
        assertThat(files.text("chance.csv")).startsWith("state,event,to,rate\n");
        // A row called `state` gets out of the way of the column.
        assertThat(files.text("states.csv"))
                .startsWith("state,start,outcome,final,row:state,line-1,")
                .contains("flow:actor-0,flow:actor-1,flow:actor-2,value:actor-0,value:actor-1,value:actor-2,"
                        + "worth:actor-0,worth:actor-1,worth:actor-2\n");
        assertThat(files.table("about.csv").rows())
                .contains(List.of("scenario", "random"), List.of("clock", "week"), List.of("horizon", "13.5"))
                .contains(List.of("version", "1.2.3"));
    }

    /// Names with commas, quotes and line breaks, and every double to its last bit.
    @Test
    void whatIsWrittenIsWhatIsRead() throws Exception {
        Solved solved = RandomScenario.solved(5, Choice.INTENTIONS);
        Game game = solved.solution().game();
        Texts files = export(solved);
        CsvTable states = files.table("states.csv");
        for (int i = 0; i < game.actors; i++) {
            double[] value = states.numbers("value:actor-" + i);
            double[] worth = states.numbers("worth:actor-" + i);
            for (int x = 0; x < game.states; x++) {
                assertThat(value[x]).isEqualTo(solved.solution().value()[x * game.actors + i]);
                assertThat(worth[x]).isEqualTo(solved.solution().worth()[x * game.actors + i]);
            }
        }
        for (Row row : solved.space().scenario().rows()) {
            List<String> levels = states.names(row.id().equals("state") ? "row:state" : row.id());
            for (int x = 0; x < game.states; x++) {
                assertThat(levels.get(x))
                        .isEqualTo(row.levels().get(solved.space().level(x, row.index())));
            }
        }
        assertThat(files.text("states.csv")).contains("\"a, \"\"b\"\"\"");
        assertThat(states.names("start").indexOf("true")).isEqualTo(game.start);
        assertThat(states.names("final")).contains("true", "false");
        double[] cost = files.table("moves.csv").numbers("cost");
        Game.Builder lists = Game.Builder.of(game);
        assertThat(cost).isEqualTo(lists.playCost);
        assertThat(files.table("chance.csv").numbers("rate")).isEqualTo(lists.chanceRate);
    }
}
