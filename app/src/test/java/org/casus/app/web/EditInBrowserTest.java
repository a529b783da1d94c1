package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.app.cli.Claims;
import org.casus.equilibrium.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Writing in the browser: what is typed, what is wrong with it, and what is in the file in the end.
@Timeout(180)
class EditInBrowserTest {

    private static final String TEXT = "# a comment of mine\n" + Claims.TEXT;
    private static final String BEFORE = "odds: 5% to 15% each week";

    private static Optional<Chromium> chromium = Optional.empty();

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Optional<Server> server = Optional.empty();

    @BeforeAll
    static void launch() {
        chromium = Optional.of(Chromium.start());
    }

    @AfterAll
    static void quit() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("neighbours.yaml");
        Files.writeString(file, TEXT);
        var plan = new Server.Plan(0, folder, new TreeMap<>(), Optional.of(file), Settings.standard());
        server = Optional.of(Server.start(plan, line -> {}));
    }

    @AfterEach
    void close() {
        server.ifPresent(Server::close);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.orElseThrow().port();
    }

    private Visit visit(String path) {
        var visit = new Visit(chromium.orElseThrow(), origin(), new Browser.NewContextOptions());
        visit.page.navigate(server.orElseThrow().address().toString());
        visit.page.navigate(origin() + path);
        return visit;
    }

    private String onDisk() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Page page) {
        page.locator(".head button").click();
        page.locator("form button[type=submit]").click();
        Visit.until(page, "it is saved", () -> page.locator(".head").innerText().contains("Saved to"));
    }

    @Test
    void aNumberIsChangedSavedAndTakenBack() {
        try (var visit = visit("/s/neighbours/edit?tab=sheet")) {
            Page page = visit.page;
            Locator row = page.locator("tr[data-path='breakthrough odds']");
            Visit.until(page, "the sheet", () -> row.count() == 1);
            Locator high = row.locator("td.number").nth(1);
            high.dblclick();
            page.keyboard().press("Control+a");
            page.keyboard().type("12%");
            page.keyboard().press("Enter");
            Visit.until(
                    page,
                    "the draft is another",
                    () -> page.locator(".head").innerText().contains("Save…"));
            assertThat(onDisk()).isEqualTo(TEXT);
            save(page);
            assertThat(onDisk()).isEqualTo(TEXT.replace(BEFORE, "odds: 5% to 12% each week"));
            page.locator("h1").first().click();
            page.keyboard().press("Control+z");
            Visit.until(
                    page,
                    "the draft is as before",
                    () -> page.locator(".head").innerText().contains("Save…"));
            save(page);
            assertThat(onDisk()).isEqualTo(TEXT);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void aMistakeIsShownAtItsLine() {
        try (var visit = visit("/s/neighbours/edit?tab=yaml")) {
            Page page = visit.page;
            Locator line = page.locator(".cm-line", new Page.LocatorOptions().setHasText("breakthrough:"));
            Visit.until(page, "the text", () -> line.count() == 1);
            line.click(new Locator.ClickOptions().setPosition(3, 5));
            page.keyboard().press("Home");
            int at = TEXT.substring(0, TEXT.indexOf("breakthrough:")).split("\n", -1).length;
            for (int k = 0; k < "breakthrough".length() + 2; k++) {
                page.keyboard().press("ArrowRight");
            }
            page.keyboard().type("x");
            Visit.until(
                    page, "what is wrong", () -> page.locator(".problems li").count() > 0);
            assertThat(page.locator(".problems li").first().innerText()).contains("Line " + at + ",");
            assertThat(page.locator(".cm-lint-marker-error").count()).isPositive();
            visit.picture("edit-mistake");
            page.keyboard().press("Control+z");
            Visit.until(
                    page,
                    "nothing is wrong any more",
                    () -> page.locator("#problems").innerText().equals("No problems"));
            assertThat(onDisk()).isEqualTo(TEXT);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void whatWasSetOnTheBoardGoesIntoTheFile() {
        try (var visit = visit("/s/neighbours?set=breakthrough+odds%3D14%25+each+week")) {
            Page page = visit.page;
            Visit.until(page, "the Board", () -> page.locator("svg.dots").count() == 1);
            page.getByText("Save…").click();
            Visit.until(page, "Judgements", () -> page.url().contains("/edit"));
            Visit.until(
                    page,
                    "what comes from the Board",
                    () -> page.locator("main").innerText().contains("14% each week"));
            visit.picture("edit-from-board");
            assertThat(onDisk()).isEqualTo(TEXT);
        }
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotWrittenOver() throws IOException {
        try (var visit = visit("/s/neighbours/edit?tab=sheet")) {
            Page page = visit.page;
            Locator row = page.locator("tr[data-path='breakthrough odds']");
            Visit.until(page, "the sheet", () -> row.count() == 1);
            row.locator("td.number").nth(1).dblclick();
            page.keyboard().press("Control+a");
            page.keyboard().type("12%");
            page.keyboard().press("Enter");
            Visit.until(
                    page,
                    "the draft is another",
                    () -> page.locator(".head").innerText().contains("Save…"));
            String theirs = TEXT + "# theirs\n";
            Files.writeString(file, theirs);
            page.locator(".head button").click();
            page.locator("form button[type=submit]").click();
            Visit.until(
                    page,
                    "it is refused",
                    () -> page.getByText("Load it again, keep my text").count() == 1);
            assertThat(onDisk()).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions", "sheet", "yaml"})
    void everyWayToEditIsOpenToAll(String tab) {
        try (var visit = visit("/s/neighbours/edit?tab=" + tab)) {
            Page page = visit.page;
            Visit.until(
                    page,
                    tab,
                    () -> page.locator(".edit input, .cm-content, [role=grid]").count() > 0);
            page.waitForTimeout(500);
            assertThat(Chromium.grave(page)).isEmpty();
            page.setViewportSize(320, 640);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            visit.picture("edit-" + tab);
        }
    }

    @Test
    void aNewScenarioIsMadeOfAnswers() {
        try (var visit = visit("/")) {
            Page page = visit.page;
            page.getByText("New…").click();
            Visit.until(
                    page,
                    "the questions",
                    () -> page.locator("main input, main textarea").count() > 3);
            assertThat(Chromium.grave(page)).isEmpty();
            visit.picture("new");
        }
    }
}
