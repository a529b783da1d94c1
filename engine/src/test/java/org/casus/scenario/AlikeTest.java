package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `alike`: what is accepted, what is tied, what is set together. What is refused stands under `broken/`.
class AlikeTest {

    private static String text() throws Exception {
        return Files.readString(Path.of("src/test/resources/alike.yaml"));
    }

    private static ScenarioFile file(String text) throws ScenarioException {
        return ScenarioFile.of("alike", "alike.yaml", text);
    }

    private static Judgement judgement(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> together(Scenario scenario) {
        return scenario.together().stream()
                .map(group -> group.stream()
                        .map(k -> scenario.judgements().get(k).id())
                        .toList())
                .toList();
    }

    @Test
    void oneGroupOrAListOfThem() throws Exception {
        Scenario one = file(text()).scenario();
        Scenario list = file(text().replace("[iran, iraq, kuwait]", "[[kuwait, iran, iraq]]"))
                .scenario();
        assertThat(one.alike()).hasSize(1);
        assertThat(one.alike().getFirst().actors()).containsExactly(0, 1, 2);
        assertThat(list.alike().getFirst().actors()).containsExactly(0, 1, 2);
        assertThat(one.alike().getFirst().rows()).contains(List.of(List.of(0), List.of(1), List.of(2)));
        assertThat(file(text().replace("alike: [iran, iraq, kuwait]\n", ""))
                        .scenario()
                        .alike())
                .isEmpty();
    }

    @Test
    void theirNumbersMoveAsOne() throws Exception {
        assertThat(together(file(text()).scenario()))
                .contains(
                        List.of("iran/arm costs", "iraq/arm costs", "kuwait/arm costs"),
                        List.of(
                                "iran wants arms-iran is high",
                                "iraq wants arms-iraq is high",
                                "kuwait wants arms-kuwait is high"),
                        List.of("coup-iran odds", "coup-iraq odds", "coup-kuwait odds"))
                .anySatisfy(group -> assertThat(group).hasSize(6).allMatch(id -> id.contains(" fears ")));
    }

    @Test
    void groupsOfTheFileGrowByThem() throws Exception {
        String more = "together: [[iran/arm costs, iran wants arms-iran is high]]\n";
        assertThat(together(file(text() + more).scenario()))
                .anySatisfy(group ->
                        assertThat(group).hasSize(6).contains("kuwait/arm costs", "iraq wants arms-iraq is high"));
    }

    @Test
    void aNumberOfOneIsSetForAll() throws Exception {
        ScenarioFile file = file(text());
        Scenario dearer = file.with(Edits.policy("dearer"));
        assertThat(judgement(dearer, "kuwait/arm costs").middle()).isEqualTo(3);
        assertThat(dearer.alike()).hasSize(1);
        var setting = new Policy.Setting("kuwait wants arms-kuwait is high", "4", new Position("--set", 1, 1, 1));
        Scenario wanting = file.with(new Edits(Optional.empty(), List.of(setting), List.of(), List.of()));
        assertThat(judgement(wanting, "iran wants arms-iran is high").middle()).isEqualTo(4);
        assertThat(file.rewrites("iran/arm costs")).hasSize(3);
        assertThat(file.rewrites("usa/drill costs")).hasSize(1);
    }

    @Test
    void aPolicyMayLiftIt() throws Exception {
        Scenario alone = file(text()).with(Edits.policy("one-alone"));
        assertThat(alone.alike()).isEmpty();
        assertThat(judgement(alone, "iraq/arm costs").middle()).isEqualTo(3);
        assertThat(judgement(alone, "iran/arm costs").middle()).isEqualTo(1.5);
        var lift = new Policy.Setting("alike", "[]", new Position("--set", 1, 1, 1));
        var cost = new Policy.Setting("iraq/arm costs", "2.5", new Position("--set", 1, 1, 1));
        Scenario set = file(text()).with(new Edits(Optional.empty(), List.of(cost, lift), List.of(), List.of()));
        assertThat(judgement(set, "iran/arm costs").middle()).isEqualTo(1.5);
    }

    @Test
    void whoTellsThemApart() throws Exception {
        Scenario scenario = file(text()).scenario();
        var iran = new Condition.On(0, 2);
        var iraq = new Condition.On(1, 2);
        var kuwait = new Condition.On(2, 2);
        assertThat(scenario.indifferent(iran)).isFalse();
        assertThat(scenario.indifferent(new Condition.On(3, 1))).isTrue();
        assertThat(scenario.indifferent(new Condition.Any(List.of(iran, new Condition.Any(List.of(kuwait, iraq))))))
                .isTrue();
        var none = new Condition.Not(new Condition.Any(List.of(iran, iraq, kuwait)));
        var each = new Condition.All(List.of(
                new Condition.On(2, 1), new Condition.Not(iraq), new Condition.All(List.of(new Condition.On(0, 1)))));
        assertThat(scenario.indifferent(none)).isTrue();
        assertThat(scenario.indifferent(each)).isTrue();
        assertThat(scenario.indifferent(new Condition.All(List.of(iran, new Condition.Not(iraq)))))
                .isFalse();
        assertThat(scenario.withoutAlike().indifferent(iran)).isTrue();
    }

    @Test
    void severalGroupsAndNamesOfSeveralInOne() throws Exception {
        Scenario scenario = file("""
                format: casus/1
                title: Pairs
                as_of: 2020-10-12
                clock: {unit: week, horizon: 12}
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                alike: [[a, b, c], [big, big-two]]
                board:
                  feud-a-b: {levels: [off, on], start: off}
                  feud-b-c: {levels: [off, on], start: off}
                  feud-a-c: {levels: [off, on], start: off}
                  hand-big: {levels: [open, closed], start: open}
                  hand-big-two: {levels: [open, closed], start: open}
                  last: {levels: [nobody, a, b, c], start: nobody, ordered: false}
                actors:
                  a: {fears: {feud-a-b is on: 1, feud-a-c is on: 1, last is a: 1}}
                  b: {fears: {feud-a-b is on: 1, feud-b-c is on: 1, last is b: 1}}
                  c: {fears: {feud-a-c is on: 1, feud-b-c is on: 1, last is c: 1}}
                  big: {wants: {hand-big is closed: 1}}
                  big-two: {wants: {hand-big-two is closed: 1}}
                moves:
                  a/spite-b: {then: feud-a-b to on and last to a}
                  b/spite-a: {then: feud-a-b to on and last to b}
                  a/spite-c: {then: feud-a-c to on and last to a}
                  c/spite-a: {then: feud-a-c to on and last to c}
                  b/spite-c: {then: feud-b-c to on and last to b}
                  c/spite-b: {then: feud-b-c to on and last to c}
                  big/close: {then: hand-big to closed}
                  big-two/close: {then: hand-big-two to closed}
                outcomes: {some: "last is not nobody", none: otherwise}
                """).scenario();
        assertThat(scenario.alike()).hasSize(2);
        assertThat(scenario.alike().getFirst().rows()).isEmpty();
        assertThat(scenario.alike().getLast().rows()).isPresent();
        Exchange swap = scenario.alike().getFirst().exchanges().getFirst();
        assertThat(List.of(swap.row(0), swap.row(1), swap.row(2), swap.row(3))).containsExactly(0, 2, 1, 3);
        assertThat(swap.level(5, 1)).isEqualTo(2);
        assertThat(scenario.moves().get(swap.move(0)).id()).isEqualTo("b/spite-a");
    }
}
