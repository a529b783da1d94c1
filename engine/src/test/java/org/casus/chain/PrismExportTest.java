package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.casus.chain.RandomScenario.Solved;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrismExportTest {

    private static Texts export(Solved solved) throws Exception {
        var texts = new Texts();
        PrismExport.write(Chain.of(solved.solution()), solved.space(), texts);
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void transitionsAreTheChainSortedAndMerged(long seed) throws Exception {
        Solved solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        var chain = Chain.of(solved.solution());
        List<String> lines = export(solved).lines("model.tra");
        assertThat(lines.getFirst()).isEqualTo(chain.states() + " " + (lines.size() - 1));
        int lastFrom = -1;
        int lastTo = -1;
        var outflow = new double[chain.states()];
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ", -1);
            int from = Integer.parseInt(parts[0]);
            int to = Integer.parseInt(parts[1]);
            double rate = Double.parseDouble(parts[2]);
            assertThat(from > lastFrom || (from == lastFrom && to > lastTo))
                    .as(line)
                    .isTrue();
            if (from == to) {
                assertThat(chain.outflow(from)).isZero();
                assertThat(rate).isEqualTo(1);
            } else {
                assertThat(rate).isEqualTo(chain.rate(from, to));
                outflow[from] += rate;
            }
            lastFrom = from;
            lastTo = to;
        }
        assertThat(lastFrom).isEqualTo(chain.states() - 1);
        for (int x = 0; x < outflow.length; x++) {
            assertThat(outflow[x]).isEqualTo(chain.outflow(x), within(1e-12));
        }
    }

    @Test
    void statesAndLabelsSayWhatTheStatesAre() throws Exception {
        Solved solved = RandomScenario.solved(5, Choice.INTENTIONS);
        var space = solved.space();
        Texts files = export(solved);
        List<String> states = files.lines("model.sta");
        assertThat(states.getFirst()).startsWith("(state,line_1").doesNotContain("-");
        List<String> labels = files.lines("model.lab");
        List<String> names = new ArrayList<>();
        for (String part : labels.getFirst().split(" ", -1)) {
            assertThat(part).matches(names.size() + "=\"[A-Za-z_][A-Za-z0-9_]*\"");
            names.add(part.substring(part.indexOf('"') + 1, part.length() - 1));
        }
        assertThat(names).doesNotHaveDuplicates().startsWith("init", "deadlock", "_deadlock", "great_war", "otherwise");
        assertThat(names).contains("state_is_no", "state_is_a___b_");
        for (int x = 0; x < space.size(); x++) {
            String board = java.util.Arrays.toString(space.board(x)).replaceAll("[\\[\\] ]", "");
            assertThat(states.get(x + 1)).isEqualTo(x + ":(" + board + ")");
            var holding = new BitSet();
            for (String number :
                    labels.get(x + 1).substring((x + ": ").length()).split(" ", -1)) {
                holding.set(Integer.parseInt(number));
            }
            assertThat(labels.get(x + 1)).startsWith(x + ": ");
            assertThat(holding.get(0)).isEqualTo(x == space.start());
            assertThat(holding.get(1)).isEqualTo(Chain.of(solved.solution()).outflow(x) == 0);
            assertThat(holding.get(2 + space.outcome(x))).isTrue();
            assertThat(holding.get(2, 5).cardinality()).isEqualTo(1);
            int level = names.indexOf("state_is_no") + space.level(x, 0);
            assertThat(holding.get(level)).isTrue();
            assertThat(holding.get(5, names.size()).cardinality())
                    .isEqualTo(space.scenario().rows().size());
        }
    }

    @Test
    void rewardsAreTimeWithEachLabel() throws Exception {
        Solved solved = RandomScenario.solved(5, Choice.INTENTIONS);
        Texts files = export(solved);
        int states = solved.space().size();
        List<String> first = files.lines("model.srew");
        assertThat(first.subList(0, 2)).containsExactly("# Reward structure \"time__deadlock\"", "# State rewards");
        List<String> war = files.lines("model-great_war.srew");
        BitSet where = solved.space().where(solved.space().scenario().outcomes().get(1));
        assertThat(war.get(2)).isEqualTo(states + " " + where.cardinality());
        assertThat(war.subList(3, war.size()))
                .isEqualTo(where.stream().mapToObj(x -> x + " 1").toList());
        assertThat(files.names().stream().filter(name -> name.endsWith(".srew")))
                .hasSize(files.lines("model.lab").getFirst().split(" ", -1).length - 2);
    }

    @Test
    void namesAreMadeLegalAndKeptApart() {
        var names = new PrismNames();
        assertThat(names.fresh("a-b")).isEqualTo("a_b");
        assertThat(names.fresh("a_b")).isEqualTo("a_b_2");
        assertThat(names.fresh("a b")).isEqualTo("a_b_3");
        assertThat(names.fresh("module")).isEqualTo("_module");
        assertThat(names.fresh("deadlock")).isEqualTo("_deadlock");
        assertThat(names.fresh("2nd")).isEqualTo("_2nd");
        assertThat(names.fresh("")).isEqualTo("_");
        assertThat(names.fresh("été")).isEqualTo("_t_");
    }

    /// Chains of no scenario: states in numbers of one's own, labels and nothing else.
    @Test
    void anyChainCanBeWritten() throws Exception {
        var chain = Chain.of(2, new int[] {0, 1, 1, 3}, new int[] {2, 0, 1}, new double[] {0.5, 1, 2});
        var labels = new java.util.LinkedHashMap<String, BitSet>();
        labels.put("goal", Chains.set(1));
        var texts = new Texts();
        PrismExport.write(chain, List.of("a", "max"), (x, v) -> v == 0 ? x : 7, labels, texts);
        assertThat(texts.lines("model.tra")).containsExactly("3 4", "0 2 0.5", "1 1 1.0", "2 0 1.0", "2 1 2.0");
        assertThat(texts.lines("model.sta")).containsExactly("(a,_max)", "0:(0,7)", "1:(1,7)", "2:(2,7)");
        assertThat(texts.lines("model.lab")).containsExactly("0=\"init\" 1=\"deadlock\" 2=\"goal\"", "1: 1 2", "2: 0");
    }
}
