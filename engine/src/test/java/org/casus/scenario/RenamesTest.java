package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenamesTest {

    private static Revision revision(String before, String after) throws ScenarioException {
        return Revision.of(Samples.read(before), Samples.read(after));
    }

    private static String line(Change change) {
        return change.kind().word() + " " + change.about().word() + " " + change.path() + ": "
                + change.before().map(Change.Side::words).orElse("") + " → "
                + change.after().map(Change.Side::words).orElse("") + " ("
                + change.touch().word()
                + (change.judgement() ? ", judgement)" : ")");
    }

    private static List<String> lines(Revision revision) {
        return revision.changes().stream().map(RenamesTest::line).toList();
    }

    static Stream<Arguments> renames() {
        return Stream.of(
                arguments("east", "orient", "renamed actor east: east → orient (names)"),
                arguments("stance", "posture", "renamed row stance: stance → posture (names)"),
                arguments("sworn", "pledged", "renamed row stance levels sworn: sworn → pledged (names)"),
                arguments("pact", "treaty", "renamed commitment pact: pact → treaty (names)"),
                arguments("deal", "bargain", "renamed agreement deal: deal → bargain (names)"),
                arguments("border", "frontier", "renamed place border: border → frontier (names)"),
                arguments(
                        "north/attack",
                        "north/strike",
                        "renamed move north/attack: north/attack → north/strike (names)"),
                arguments("incident", "flare-up", "renamed chance incident: incident → flare-up (names)"),
                arguments("peace", "quiet-border", "renamed outcome peace: peace → quiet-border (names)"),
                arguments("mild", "gentle", "renamed policy mild: mild → gentle (names)"),
                arguments("quiet:", "calm:", "renamed score quiet: quiet → calm (names)"),
                arguments("talk:", "speech:", "renamed claim talk: talk → speech (names)"),
                arguments("article:", "essay:", "renamed source article: article → essay (names)"));
    }

    @ParameterizedTest
    @MethodSource("renames")
    void whatIsOnlyCalledOtherwiseIsRenamed(String from, String to, String told) throws IOException, ScenarioException {
        String text = Samples.neighbours();
        String other = text.replace(from, to);
        if (from.equals("article:")) {
            other = text.replaceAll("\\barticle\\b", "essay").replace("An essay", "An article");
        }
        Revision revision = revision(text, other);
        assertThat(lines(revision)).containsExactly(told);
        assertThat(revision.steps()).isEmpty();
        assertThat(revision.after().moves().stream().map(Move::id))
                .isEqualTo(revision.before().moves().stream().map(Move::id).toList());
    }

    @Test
    void aRenamedThingMayHaveChangedTooAndItsOutcomeKeepsItsName() throws IOException, ScenarioException {
        String text = Samples.neighbours();
        String other = text.replace("north/attack", "north/strike").replace("costs: 1 to 2", "costs: 2 to 3");
        assertThat(lines(revision(text, other)))
                .containsExactly(
                        "renamed move north/attack: north/attack → north/strike (names)",
                        "changed move north/attack costs: 1 to 2 per guess → 2 to 3 per guess (game, judgement)");
        Revision peace = revision(text, text.replace("peace", "calm-border"));
        assertThat(peace.nameAfter(Change.About.OUTCOME, "peace")).isEqualTo("calm-border");
        assertThat(peace.nameAfter(Change.About.OUTCOME, "it-goes-on")).isEqualTo("it-goes-on");
    }

    @Test
    void aPlaceThatIsNowCalledAsAnActorLeavesTheActorItsName() throws IOException, ScenarioException {
        String text = Samples.neighbours();
        Revision revision = revision(text, text.replace("border", "south"));
        assertThat(lines(revision)).noneMatch(line -> line.startsWith("renamed"));
        assertThat(revision.after().actors().stream().map(Actor::id)).containsExactly("north", "south", "east");
        assertThat(lines(revision(text.replace("border", "south"), text)))
                .contains("renamed place south: south → border (names)");
    }

    @Test
    void aPlaceAndItsActorMayBeRenamedTogether() throws IOException, ScenarioException {
        String text = Samples.neighbours("border", "south");
        Revision revision = revision(text, text.replace("south", "meridian"));
        assertThat(lines(revision)).containsExactly("renamed place south: south → meridian (names)");
        assertThat(revision.after().moves().stream().map(Move::id))
                .isEqualTo(revision.before().moves().stream().map(Move::id).toList());
    }

    @Test
    void theReferenceCaseAgainstItselfAndItsReverse() throws IOException, ScenarioException {
        Path path = Path.of("../scenarios/nagorno-karabakh-2020/scenario.yaml");
        String text = Files.readString(path);
        assertThat(lines(revision(text, text))).isEmpty();
        String other = text.replace("turkey", "ankara-itself").replace("shusha", "citadel");
        assertThat(lines(revision(text, other)))
                .containsExactly(
                        "renamed row line levels shusha: shusha → citadel (names)",
                        "renamed actor turkey: turkey → ankara-itself (names)",
                        "renamed policy turkey-stays-out: turkey-stays-out → ankara-itself-stays-out (names)");
    }
}
