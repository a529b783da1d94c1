package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.scenario.Change.Touch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevisionTest {

    private static Revision revision(String before, String after) throws ScenarioException {
        return Revision.of(Samples.read(before), Samples.read(after));
    }

    private static Revision edited(String... changes) throws IOException, ScenarioException {
        return revision(Samples.neighbours(), Samples.neighbours(changes));
    }

    private static String line(Change change) {
        return change.kind().word() + " " + change.about().word() + " " + change.path() + ": "
                + change.before().map(Change.Side::words).orElse("") + " → "
                + change.after().map(Change.Side::words).orElse("") + " ("
                + change.touch().word()
                + (change.judgement() ? ", judgement)" : ")");
    }

    private static List<String> lines(Revision revision) {
        return revision.changes().stream().map(RevisionTest::line).toList();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                arguments(
                        "title: Two neighbours",
                        "title: Three neighbours",
                        "changed scenario title: Two neighbours → Three neighbours (words)"),
                arguments("title: Two", "question: Who?\ntitle: Two", "added scenario question:  → Who? (words)"),
                arguments(
                        "as_of: 2020-10-12",
                        "as_of: 2020-10-14",
                        "changed scenario as_of: 2020-10-12 → 2020-10-14 (words)"),
                arguments("horizon: 26", "horizon: 30", "changed clock clock horizon: 26 → 30 (game)"),
                arguments("as_of:", "choice: tastes\nas_of:", "added choice choice:  → tastes (game)"),
                arguments(
                        "looks ahead: 6 months",
                        "looks ahead: 8 months",
                        "changed defaults defaults looks ahead: 6 months per guess → 8 months per guess (game, judgement)"),
                arguments(
                        "title: An article,",
                        "title: One article,",
                        "changed source article title: An article → One article (words)"),
                arguments(
                        "date: 2020-10-10}",
                        "date: 2020-10-10}\n  report: A report",
                        "added source report:  → {title: A report} (words)"),
                arguments(
                        "[north, south]}\nboard",
                        "[north]}\nboard",
                        "changed place border claimed_by: [north, south] → [north] (game)"),
                arguments("start: skirmishes", "start: truce", "changed row war start: skirmishes → truce (game)"),
                arguments(
                        "[silent, public, sworn]",
                        "[silent, public, sworn, loud]",
                        "changed row stance levels: [silent, public, sworn] → [silent, public, sworn, loud] (game)"),
                arguments(
                        "actors:\n",
                        "  mood: {levels: [calm, angry], start: calm}\nactors:\n",
                        "added row mood:  → {levels: [calm, angry], start: calm} (game)"),
                arguments(
                        "2 to 4 per article",
                        "3 to 5 per article",
                        "changed actor north wants war is truce: 2 to 4 per article → 3 to 5 per article (game, judgement)"),
                arguments(
                        "2 to 4 per article",
                        "1 to 5 per article",
                        "changed actor north wants war is truce: 2 to 4 per article → 1 to 5 per article (worlds, judgement)"),
                arguments(
                        "2 to 4 per article",
                        "2 to 4 per guess",
                        "changed actor north wants war is truce: 2 to 4 per article → 2 to 4 per guess (sources, judgement)"),
                arguments(
                        "per: article}", "per: guess}", "changed actor south fears war per: article → guess (sources)"),
                arguments(
                        "{war is truce: 2 to 4",
                        "{war at most skirmishes: 2 to 4",
                        "changed actor north wants: war is truce: 2 to 4 per article → "
                                + "war at most skirmishes: 2 to 4 per article (game, judgement)"),
                arguments(
                        "{war: {offensive: 5 to 8,",
                        "{war: {skirmishes: 1, offensive: 5 to 8,",
                        "added actor south fears war skirmishes:  → 1 (game, judgement)"),
                arguments(
                        "commitments:\n",
                        "  west: {wants: {war is truce: 1}}\ncommitments:\n",
                        "added actor west:  → {wants: {war is truce: 1}} (game)"),
                arguments(
                        "kept by: stance is sworn",
                        "kept by: stance is not silent",
                        "changed commitment pact kept by: stance is sworn → stance is not silent (game)"),
                arguments(
                        "answer within: 2 weeks, ",
                        "",
                        "removed commitment pact answer within: 2 weeks →  (game, judgement)"),
                arguments(
                        "east: 50% per guess}",
                        "east: 40% per guess}",
                        "changed agreement deal brokers east: 50% per guess → 40% per guess (game, judgement)"),
                arguments(
                        "signing costs: {north: 0.5}, ",
                        "",
                        "removed agreement deal signing costs: {north: 0.5} →  (game)"),
                arguments(
                        "then: war to truce}",
                        "then: war down 1}",
                        "changed agreement deal then: war to truce → war down 1 (game)"),
                arguments(
                        "costs: 1 to 2 per guess",
                        "costs: {always: 1 to 2 per guess, stance is sworn: 2}",
                        "changed move north/attack costs: 1 to 2 per guess → "
                                + "{always: 1 to 2 per guess, stance is sworn: 2} (game)"),
                arguments(
                        "  east/recognise: {dormant: true, costs: 1, then: stance to public}\n",
                        "",
                        "removed move east/recognise: {dormant: true, costs: 1, then: stance to public} →  (game)"),
                arguments(
                        "{dormant: true, costs: 1", "{costs: 1", "removed move east/recognise dormant: true →  (game)"),
                arguments(
                        "{stance to sworn: 60% to 80%",
                        "{stance to sworn: 70% to 90%",
                        "changed move east/swear then stance to sworn: 60% to 80% per guess → "
                                + "70% to 90% per guess (game, judgement)"),
                arguments(
                        "times: {war is truce: 0.5}",
                        "times: {war is truce: 0.6}",
                        "changed chance incident times war is truce: 0.5 → 0.6 (game, judgement)"),
                arguments(
                        "peace: war is truce",
                        "peace: war at most skirmishes",
                        "changed outcome peace if: war is truce → war at most skirmishes (game)"),
                arguments(
                        "  it-goes-on:",
                        "  bad: war is offensive\n  it-goes-on:",
                        "added outcome bad:  → {if: war is offensive} (game)"),
                arguments(
                        "costs: 3 per guess}, forbid",
                        "costs: 4 per guess}, forbid",
                        "changed policy mild set north/attack costs: 3 per guess → 4 per guess (policies)"),
                arguments(
                        "scores:",
                        "  wild: {allow: [east/recognise]}\nscores:",
                        "added policy wild:  → {allow: [east/recognise]} (policies)"),
                arguments(
                        "weeks with war is truce}",
                        "weeks with war is offensive}",
                        "changed score quiet quantity: weeks with war is truce → weeks with war is offensive (scores)"),
                arguments(
                        "test: under mild odds of peace fall",
                        "test: under mild odds of peace rise",
                        "changed claim talk test: under mild odds of peace fall → under mild odds of peace rise (claims)"),
                arguments(
                        "says: A broker",
                        "says: The broker",
                        "changed claim talk says: A broker helps. → The broker helps. (claims)"),
                arguments(
                        "scores:",
                        "together: [[north/attack costs, pact breaking costs]]\nscores:",
                        "added together together:  → [[north/attack costs, pact breaking costs]] (worlds)"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void eachEditIsFoundAndNamed(String from, String to, String told) throws IOException, ScenarioException {
        Revision revision = edited(from, to);
        assertThat(lines(revision)).containsExactly(told);
        Change change = revision.changes().getFirst();
        Change.Side side = change.after().or(change::before).orElseThrow();
        assertThat(side.position().line()).isPositive();
        boolean game = change.touch() == Touch.GAME;
        assertThat(revision.steps()).isEqualTo(game ? List.of(List.of(0)) : List.of());
        all(revision, Samples.neighbours(from, to));
    }

    /// All changes put into the first file make the second.
    private static void all(Revision revision, String after) throws ScenarioException {
        Scenario made = revision.with(
                        IntStream.range(0, revision.changes().size()).boxed().toList())
                .orElseThrow();
        Scenario other = Samples.scenario(after);
        assertThat(made.judgements().stream().map(j -> j.id() + j.low() + j.high() + j.per()))
                .containsExactlyInAnyOrderElementsOf(other.judgements().stream()
                        .map(j -> j.id() + j.low() + j.high() + j.per())
                        .toList());
        assertThat(made.moves().stream().map(Move::id))
                .containsExactlyInAnyOrderElementsOf(
                        other.moves().stream().map(Move::id).toList());
        assertThat(made.outcomes().stream().map(o -> o.id() + o.when().text()))
                .containsExactlyElementsOf(other.outcomes().stream()
                        .map(o -> o.id() + o.when().text())
                        .toList());
        assertThat(made.rows().stream().map(r -> r.id() + r.levels() + r.start()))
                .containsExactlyInAnyOrderElementsOf(other.rows().stream()
                        .map(r -> r.id() + r.levels() + r.start())
                        .toList());
    }

    static Stream<Arguments> sameAgain() {
        return Stream.of(
                arguments("title: Two neighbours", "# a remark\ntitle:   'Two neighbours'  # another"),
                arguments("horizon: 26}", "horizon: 26 weeks}"),
                arguments("{unit: week, horizon: 26}", "\n  horizon: 26\n  unit: week"),
                arguments(
                        "looks ahead: 6 months per guess, sharpness: 20 to 200 per guess",
                        "sharpness: {range: 20 to 200, per: guess}, looks ahead: 6 months per guess"),
                arguments("every 2 weeks", "every 14 days"),
                arguments("[north, south]}\nboard", "[south, north]}\nboard"),
                arguments("{offensive: 5 to 8, per: article}", "{per: article, offensive: 5.0 to 8}"),
                arguments("costs: 1, then: stance to public", "then: stance to public, if: always, costs: 1"),
                arguments("if: war below offensive", "if: war is skirmishes or truce"),
                arguments("if: war below offensive", "if: not war is offensive"),
                arguments("peace: war is truce\n", "peace: {if: war is truce, final: false}\n"),
                arguments("quiet: weeks", "quiet: {quantity: weeks"),
                arguments("  it-goes-on: otherwise\n", "  it-goes-on: {if: otherwise}\n"));
    }

    @ParameterizedTest
    @MethodSource("sameAgain")
    void otherWaysToSayTheSameAreNoDifference(String from, String to) throws IOException, ScenarioException {
        String text = Samples.neighbours();
        String other = text.replace(from, to);
        if (to.startsWith("quiet: {")) {
            other = other.replace("with war is truce}\nclaims", "with war is truce}}\nclaims");
        }
        assertThat(lines(revision(text, other))).isEmpty();
        assertThat(lines(revision(other, text))).isEmpty();
    }

    @Test
    void sectionsAndEntriesInAnotherOrderAreNoDifference() throws IOException, ScenarioException {
        String text = Samples.neighbours();
        List<String> sections = Stream.of(text.split("\n(?=[a-z])")).toList().reversed();
        String other = String.join("\n# and\n\n", sections)
                .replaceAll("(?s)(  north: .*?\n)(  south: .*?\n)", "$2$1")
                .replaceAll("(?s)(  north/attack: [^\n]*\n)(  east/swear: [^\n]*\n)", "$2$1");
        assertThat(other).isNotEqualTo(text);
        assertThat(lines(revision(text, other))).isEmpty();
    }

    @Test
    void outcomesInAnotherOrderMayMeanSomethingElse() throws IOException, ScenarioException {
        String text = Samples.neighbours("  it-goes-on", "  bad: war is offensive\n  it-goes-on");
        String other =
                Samples.neighbours("  peace: war is truce\n", "  bad: war is offensive\n  peace: war is truce\n");
        Revision revision = revision(text, other);
        assertThat(lines(revision))
                .containsExactly("reordered outcome outcomes: peace, bad, it-goes-on → bad, peace, it-goes-on (game)");
        assertThat(revision.with(List.of(0)).orElseThrow().outcomes().stream().map(Outcome::id))
                .containsExactly("bad", "peace", "it-goes-on");
    }

    @Test
    void positionsAreThoseOfBothFiles() throws IOException, ScenarioException {
        String text = Samples.neighbours();
        String other = "# one line more\n" + text.replace("2 to 4 per article", "3 to 5 per article");
        Change change = revision(text, other).changes().getFirst();
        int line = change.before().orElseThrow().position().line();
        assertThat(change.after().orElseThrow().position().line()).isEqualTo(line + 1);
        assertThat(change.owner()).isEqualTo("north");
    }

    @Test
    void underAPolicyBothAreReadUnderItAndWhatItChangesCounts() throws IOException, ScenarioException {
        ScenarioFile before = Samples.read(Samples.neighbours());
        ScenarioFile after = Samples.read(Samples.neighbours("attack costs: 3 per guess", "attack costs: 4 per guess"));
        Revision asIs = Revision.of(before, after);
        assertThat(asIs.changes()).singleElement().extracting(Change::touch).isEqualTo(Touch.POLICIES);
        Revision mild = Revision.of(before, after, Edits.policy("mild"));
        assertThat(mild.changes()).singleElement().extracting(Change::touch).isEqualTo(Touch.GAME);
        assertThat(mild.steps()).containsExactly(List.of(0));
        assertThat(mild.before().policy()).isEqualTo("mild");
        assertThat(cost(mild.before())).isEqualTo(3);
        assertThat(cost(mild.after())).isEqualTo(4);
        assertThat(cost(mild.with(List.of()).orElseThrow())).isEqualTo(3);
        assertThat(cost(mild.with(List.of(0)).orElseThrow())).isEqualTo(4);
        assertThat(mild.before().hash())
                .isEqualTo(before.with(Edits.policy("mild")).hash());
        assertThatThrownBy(() -> Revision.of(before, after, Edits.policy("milder")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("milder");
    }

    private static double cost(Scenario scenario) {
        return scenario.judgements().stream()
                .filter(each -> each.id().startsWith("north/attack costs"))
                .findFirst()
                .orElseThrow()
                .middle();
    }
}
