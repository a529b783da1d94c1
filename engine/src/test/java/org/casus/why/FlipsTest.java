package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Choice;
import org.casus.scenario.Judgement;
import org.casus.scenario.World;
import org.casus.study.Kinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlipsTest {

    private static final List<Choice> READINGS = List.of(Choice.INTENTIONS, Choice.MISTAKES, Choice.TASTES);
    private static final Settings EXACT = Solved.SETTINGS.withTolerance(1e-13);

    /// The slope of a difference by every judgement against central differences of complete re-solves.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void slopesAreThoseOfCompleteResolves(Choice choice) throws Exception {
        int kinks = 0;
        int all = 0;
        for (long seed = 2; seed <= 3; seed++) {
            Solved solved = Solved.random(seed, choice);
            Solution solution = Equilibrium.solve(solved.game(), EXACT);
            for (Decision decision : new Decisions(solution).in(solved.space().start())) {
                int play = decision.best().play();
                int other = decision.next().play();
                double[] slope = Slope.of(
                        solved.structure(),
                        solved.world(),
                        solution,
                        decision.actor(),
                        decision.state(),
                        play,
                        other,
                        EXACT);
                for (Judgement judgement : solved.scenario().judgements()) {
                    double step = 1e-4 * judgement.middle();
                    Solution up = moved(solved, judgement, step);
                    Solution down = moved(solved, judgement, -step);
                    all++;
                    if (Kinks.between(up, down) > 0) {
                        kinks++;
                        continue;
                    }
                    double expected = (Slope.difference(up, decision.actor(), decision.state(), play, other)
                                    - Slope.difference(down, decision.actor(), decision.state(), play, other))
                            / (2 * step);
                    assertThat(slope[judgement.index()])
                            .as("%s of seed %d, %s", judgement.id(), seed, choice)
                            .isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-7 / judgement.middle()));
                }
            }
        }
        assertThat(kinks).as("of %d", all).isLessThan(all / 10);
    }

    private static Solution moved(Solved solved, Judgement judgement, double by) throws Exception {
        double[] written = solved.scenario().judgements().stream()
                .mapToDouble(Judgement::middle)
                .toArray();
        written[judgement.index()] += by;
        return Equilibrium.solve(solved.structure().game(World.of(solved.scenario(), written)), EXACT);
    }

    /// A thing worth w for ever is worth its price c as long as c < w, however fast one may be.
    @Test
    void aPriceTurnsADecisionWhereItEqualsTheWant() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  line: {levels: [old, new], start: old}
                actors:
                  one: {wants: {line is new: 2 to 6}}
                moves:
                  one/go: {if: line is old, costs: 1 to 5 around 3, then: line to new}
                outcomes: {gone: {if: line is new}, kept: otherwise}
                """);
        Why why = solved.why();
        Decision decision = why.decisions().of(0, solved.space().start()).orElseThrow();
        assertThat(decision.best().waits()).isFalse();
        Flips flips = why.flips(decision, decision.best(), decision.waiting(), 5);
        assertThat(flips.turns()).hasSize(2);
        for (Flip.Turn turn : flips.turns()) {
            boolean price = turn.judgements().getFirst().id().contains("costs");
            double expected = price ? 4 : 3;
            assertThat(turn.value().getFirst()).isCloseTo(expected, within(2e-3));
            assertThat(turn.before().getFirst()).isCloseTo(expected, within(2e-3));
            assertThat(turn.difference()).isNegative();
            assertThat(turn.value().getFirst() > expected).isEqualTo(price);
        }
        assertThat(flips.beyond())
                .as("neither pace nor patience turns it")
                .allSatisfy(beyond ->
                        assertThat(beyond.judgements().getFirst().isRange()).isFalse());
    }

    /// An option is held against the best of the others, and the move that was not taken the other way round.
    @Test
    void theRivalIsTheBestOfTheOthers() throws Exception {
        Solved solved = Solved.random(5, Choice.INTENTIONS);
        Why why = solved.why();
        for (Decision decision : closest(why, solved)) {
            for (Option option : decision.options()) {
                Option rival = option.equals(decision.best()) ? decision.next() : decision.best();
                assertThat(decision.rival(option)).isEqualTo(rival);
                Split split = why.split(decision, option, rival);
                assertThat(split.whole()).isCloseTo(option.value() - rival.value(), within(1e-12));
                assertThat(why.split(decision, rival, option).sum()).isCloseTo(-split.sum(), within(1e-12));
            }
        }
    }

    @Test
    void aRangeThatEndsTooSoonIsNamedAndNotBelieved() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  line: {levels: [old, new], start: old}
                actors:
                  one: {wants: {line is new: 4}}
                moves:
                  one/go: {if: line is old, costs: 1 to 3.9 around 2, then: line to new}
                outcomes: {gone: {if: line is new}, kept: otherwise}
                """);
        Why why = solved.why();
        Decision decision = why.decisions().of(0, solved.space().start()).orElseThrow();
        Flips flips = why.flips(decision, decision.best(), decision.waiting(), 5);
        assertThat(flips.turns()).isEmpty();
        Flip.Beyond price = flips.beyond().getFirst();
        assertThat(price.judgements().getFirst().id()).isEqualTo("one/go costs");
        assertThat(price.estimate()).isGreaterThan(3.9);
        assertThat(price.tested()).isTrue();
    }

    @Test
    void judgementsThatMoveTogetherTurnTogether() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  line: {levels: [old, middle, new], start: old}
                actors:
                  one: {wants: {line is middle: 1 to 5, line is new: 1 to 5}}
                moves:
                  one/go: {if: line is old, costs: 2, then: {line to middle: 50%, line to new: rest}}
                outcomes: {gone: {if: line is new}, kept: otherwise}
                together: [[one wants line is middle, one wants line is new]]
                """);
        Why why = solved.why();
        Decision decision = why.decisions().of(0, solved.space().start()).orElseThrow();
        Flips flips = why.flips(decision, decision.best(), decision.waiting(), 5);
        Flip.Turn turn = flips.turns().getFirst();
        assertThat(turn.judgements()).hasSize(2);
        assertThat(turn.value()).allSatisfy(value -> assertThat(value).isCloseTo(2, within(2e-3)));
        assertThat(turn.size()).isCloseTo(0.25, within(1e-3));
    }

    /// Turns of random games are seen again in games solved from nothing.
    @Test
    void aHundredTurnsAreConfirmedByCompleteResolves() throws Exception {
        assertThat(confirm(100)).isGreaterThanOrEqualTo(100);
    }

    private static int confirm(int wanted) throws Exception {
        int turns = 0;
        for (long seed = 100; turns < wanted && seed < 100 + 4L * wanted; seed++) {
            Solved solved = Solved.random(seed, READINGS.get((int) (seed % READINGS.size())));
            Why why = solved.why();
            for (Decision decision : closest(why, solved)) {
                Flips flips = why.flips(decision, decision.best(), decision.next(), 3);
                for (Flip.Turn turn : flips.turns()) {
                    turns++;
                    String name = "seed " + seed + ", " + turn;
                    assertThat(again(solved, decision, turn, turn.value()))
                            .as(name)
                            .isNegative();
                    assertThat(again(solved, decision, turn, turn.before()))
                            .as(name)
                            .isGreaterThan(-2e-6);
                    assertThat(turn.size()).as(name).isLessThanOrEqualTo(1);
                }
            }
        }
        return turns;
    }

    /// The two closest decisions of a game, whosoever they are.
    private static List<Decision> closest(Why why, Solved solved) {
        return IntStream.range(0, solved.space().size())
                .boxed()
                .flatMap(x -> why.decisions().in(x).stream())
                .filter(decision -> decision.margin() > 1e-3)
                .sorted(Comparator.comparingDouble(Decision::margin))
                .limit(2)
                .toList();
    }

    private static double again(Solved solved, Decision decision, Flip.Turn turn, List<Double> values)
            throws Exception {
        double[] written = solved.scenario().judgements().stream()
                .mapToDouble(Judgement::middle)
                .toArray();
        for (int k = 0; k < values.size(); k++) {
            written[turn.judgements().get(k).index()] = values.get(k);
        }
        var game = solved.structure().game(World.of(solved.scenario(), written));
        Solution solution = Equilibrium.solve(game, Solved.SETTINGS);
        return Slope.difference(
                solution,
                decision.actor(),
                decision.state(),
                decision.best().play(),
                decision.next().play());
    }
}
