package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.casus.scenario.Condition;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final long SEED = 20260103;
    private static final int RUNS = 4000;

    /// Two doors into one room, by chance alone, with weather that has nothing to do with it.
    private static final String DOORS = """
            format: casus/1
            title: Two doors
            as_of: 2026-01-01
            clock: {unit: week, horizon: 10}
            defaults: {acts: every week, drifts: every 6 weeks, looks ahead: 6 months, sharpness: 30}
            board:
              place: {levels: [garden, porch, cellar, room], start: garden, ordered: false}
              sky: {levels: [clear, grey, black], start: clear}
            actors: {guest: {wants: {place is room: 1}}}
            chance:
              walk-up: {if: place is garden, rate: every 10 weeks, then: place to porch}
              slip-down: {if: place is garden, rate: every 30 weeks, then: place to cellar}
              turn-back: {if: place is porch, rate: every 2 weeks, then: place to garden}
              door-opens: {if: place is porch, rate: every 5 weeks, then: place to room}
              climb: {if: place is cellar, rate: every 5 weeks, then: place to room}
              clouds: {if: sky below black, rate: every week, then: sky up 1}
              wind: {if: sky above clear, rate: every week, then: sky down 1}
            outcomes: {inside: {if: place is room, final: true}, outside: otherwise}
            """;

    private static Stories of(Crisis crisis, Goal goal) {
        return Stories.of(crisis.space(), crisis.solution(), goal, RUNS, SEED, 2);
    }

    private static List<String> told(Crisis crisis, Storyline line) {
        return line.steps().stream()
                .map(step -> crisis.name(step.by().getFirst().maker()))
                .toList();
    }

    @Test
    void twoDoorsAreTwoStories() throws Exception {
        Crisis crisis = Crisis.of(DOORS);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("inside"));
        Stories stories = of(crisis, goal);
        assertThat(stories.asked()).isNotEmpty().allMatch(question -> question.row() == 0);
        assertThat(stories.lines()).hasSize(2);
        assertThat(told(crisis, stories.lines().get(0))).containsExactly("walk-up", "door-opens");
        assertThat(told(crisis, stories.lines().get(1))).containsExactly("slip-down", "climb");
        assertThat(stories.other()).isCloseTo(0, within(1e-12));
        // The share of the porch from the odds of being in by it, with the way up from the cellar walled up.
        double porch = doorAlone(
                DOORS.replace("  climb: {if: place is cellar, rate: every 5 weeks, then: place to room}\n", ""));
        double share = porch / stories.odds();
        assertThat(stories.lines().get(0).share()).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / RUNS)));
    }

    private static double doorAlone(String text) throws Exception {
        Crisis crisis = Crisis.of(text);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("inside"));
        return Conditioned.of(crisis.space(), crisis.solution(), goal, 1).odds();
    }

    @Test
    void stepsHaveTheirTimesInOrder() throws Exception {
        Crisis crisis = Crisis.of(DOORS);
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("inside")));
        for (Storyline line : stories.lines()) {
            double before = 0;
            assertThat(line.exactly()).isPositive().isLessThanOrEqualTo(line.share());
            for (Step step : line.steps()) {
                assertThat(step.early()).isLessThanOrEqualTo(step.t());
                assertThat(step.t()).isBetween(before, step.late());
                assertThat(step.by().stream().mapToDouble(Step.By::share).sum()).isCloseTo(1, within(1e-12));
                assertThat(step.what()).hasSize(1);
                assertThat(crisis.space().level(step.state(), 0))
                        .isEqualTo(step.what().getFirst().from());
                before = step.t();
            }
            assertThat(line.steps().getLast().what().getFirst().to()).isEqualTo(3);
        }
    }

    /// From the porch one turns back and comes again: as often as one came but for the last time. Each visit
    /// ends inside with odds (1/5) / (1/5 + 1/2) in the long run.
    @Test
    void whatCameToNothingIsCounted() throws Exception {
        Crisis crisis = Crisis.of(DOORS.replace("horizon: 10", "horizon: 150"));
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("inside")));
        Storyline porch = stories.lines().stream()
                .filter(line -> told(crisis, line).equals(List.of("walk-up", "door-opens")))
                .findFirst()
                .orElseThrow();
        assertThat(porch.runs())
                .hasSize((int) Math.round(porch.exactly() * RUNS))
                .isSorted();
        // Of the garden three in four go to the porch, of the porch two in seven inside: back g times has odds
        // proportional to (3/4 · 5/7)^g.
        double again = 3.0 / 4 * 5 / 7;
        assertThat(porch.detours())
                .extracting(Detour::what)
                .containsExactlyInAnyOrder(new Change(0, 0, 1), new Change(0, 1, 0));
        assertThat(porch.detours())
                .allSatisfy(detour -> assertThat(detour.times()).isCloseTo(again / (1 - again), within(0.1)));
    }

    @Test
    void lanesAreSharesOfRuns() throws Exception {
        Crisis crisis = Crisis.of(DOORS);
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("inside")));
        Lanes lanes = Lanes.of(crisis.space(), stories.runs(), new double[] {0, 5, 10});
        assertThat(lanes.share()[0][0]).containsExactly(new double[] {1, 0, 0, 0}, within(1e-9));
        assertThat(lanes.share()[0][2]).containsExactly(new double[] {0, 0, 0, 1}, within(1e-9));
        assertThat(lanes.share()[0][1][3]).isBetween(0.1, 0.5);
        assertThat(lanes.share()[1][1]).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.05));
    }

    @Test
    void whatIsSignedIsToldAsAnAgreement() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("won")));
        assertThat(stories.lines()).hasSizeBetween(1, Storylines.MOST);
        double shares = stories.lines().stream().mapToDouble(Storyline::share).sum();
        assertThat(shares + stories.other()).isCloseTo(1, within(1e-12));
        List<Step> signed = stories.lines().stream()
                .flatMap(line -> line.steps().stream())
                .filter(step -> step.agreement().isPresent())
                .toList();
        assertThat(signed).isNotEmpty().allSatisfy(step -> {
            assertThat(step.agreement()).isEqualTo(OptionalInt.of(0));
            assertThat(step.by())
                    .allSatisfy(by -> assertThat(crisis.name(by.maker())).contains("/sign-ceasefire"));
            assertThat(step.what())
                    .contains(new Change(
                            crisis.row("war").index(), step.what().getFirst().from(), 0));
        });
    }

    @Test
    void whatIsRareIsToldToo() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("open-clash")));
        assertThat(stories.odds()).isLessThan(0.05);
        assertThat(stories.runs()).hasSize(RUNS);
        Step last = stories.lines().getFirst().steps().getLast();
        assertThat(last.what()).contains(new Change(crisis.row("clash").index(), 2, 3));
        assertThat(last.lift()).isGreaterThan(10);
    }

    @Test
    void theSameOnOneThreadAndMany() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("quiet"));
        Stories one = Stories.of(crisis.space(), crisis.solution(), goal, 500, SEED, 1);
        Stories many = Stories.of(crisis.space(), crisis.solution(), goal, 500, SEED, 3);
        assertThat(many.lines()).isEqualTo(one.lines());
        assertThat(many.asked()).isEqualTo(one.asked());
    }

    /// An outcome that is whatever else asks nothing of any row: what tells most is looked at.
    @Test
    void theRestHasStoriesToo() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Stories stories = of(crisis, Goal.outcome(crisis.space(), crisis.outcome("goes-on")));
        assertThat(stories.goal().named()).isEmpty();
        assertThat(stories.asked()).isNotEmpty();
        assertThat(stories.lines().stream()
                        .limit(5)
                        .mapToDouble(Storyline::share)
                        .sum())
                .isGreaterThan(0.5);
    }

    @Test
    void whatCannotHappenHasNoStories() throws Exception {
        Crisis crisis = Crisis.of(DOORS);
        Stories stories = of(crisis, Goal.ever(crisis.space(), Condition.never()));
        assertThat(stories.odds()).isZero();
        assertThat(stories.lines()).isEmpty();
        assertThat(stories.runs()).isEmpty();
        assertThatThrownBy(() -> Stories.of(crisis.space(), crisis.solution(), stories.goal(), 0, SEED, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHoldsAnywayIsOneStoryWithoutSteps() throws Exception {
        Crisis crisis = Crisis.of(DOORS);
        Stories stories = of(crisis, Goal.ever(crisis.space(), Condition.always()));
        assertThat(stories.lines()).hasSize(1);
        assertThat(stories.lines().getFirst().steps()).isEmpty();
        assertThat(stories.lines().getFirst().exactly()).isEqualTo(1);
    }

    /// In the crisis, war goes 2 → 1 → 2 → 0: the loop through 1 is forgotten.
    @Test
    void loopsAreForgotten() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var space = crisis.space();
        int war = crisis.row("war").index();
        var labels =
                Labels.none(space.size()).with(new Condition.On(war, 2), space).with(new Condition.On(war, 4), space);
        Run run = crisis.simulation(crisis.dice(1)).blank();
        run.begin(at(crisis, 2, 0));
        run.add(1, 0, at(crisis, 2, 1), 1);
        run.add(2, 0, at(crisis, 1, 1), 1);
        run.add(3, 0, at(crisis, 2, 1), 1);
        run.add(4, 0, at(crisis, 0, 1), 1);
        run.add(5, 0, at(crisis, 1, 1), 1);
        run.add(6, 0, at(crisis, 0, 1), 1);
        Tale tale = Tale.of(run, labels, space);
        assertThat(tale.jumps()).containsExactly(3);
        assertThat(labels.rows(space, run.from(3), run.to(3))).containsExactly(war);
    }

    private static int at(Crisis crisis, int war, int line) {
        int[] board = crisis.space().board(crisis.space().start());
        board[crisis.row("war").index()] = war;
        board[crisis.row("line").index()] = line;
        return crisis.space().state(board);
    }

    @Test
    void waysAreAsAlikeAsTheyShareSteps() {
        var a = new Tale.Event(1, OptionalInt.empty());
        var b = new Tale.Event(2, OptionalInt.empty());
        var signed = new Tale.Event(2, OptionalInt.of(0));
        assertThat(Storylines.alike(List.of(), List.of())).isEqualTo(1);
        assertThat(Storylines.alike(List.of(a), List.of())).isZero();
        assertThat(Storylines.alike(List.of(a, b), List.of(b, a))).isEqualTo(0.5);
        assertThat(Storylines.alike(List.of(a, b), List.of(a, signed))).isEqualTo(0.5);
        assertThat(Storylines.alike(List.of(a, b, a), List.of(a, a))).isEqualTo(0.8);
    }
}
