package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casus.app.report.PageArithmetic;
import org.casus.app.text.Letters;
import org.casus.app.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The brief as people meet it: opened from disk in a real browser, without a network, by day and night, on a
/// small screen and on paper.
class BriefInBrowserTest {

    @TempDir
    static Path folder;

    private static Optional<Chromium> chromium = Optional.empty();
    private static Path brief = Path.of("");
    private static Path nasty = Path.of("");

    @BeforeAll
    static void open() throws IOException {
        chromium = Optional.of(Chromium.start());
        brief = written("neighbours.yaml", Claims.TEXT, "brief.html");
        nasty = written("nasty.yaml", ReportCommandTest.NASTY, "nasty.html");
    }

    private static Path written(String name, String text, String html) throws IOException {
        Path target = folder.resolve(html);
        var result = new Shell()
                .run("report", Scenarios.write(folder, name, text), "--worlds", "4", "-o", target.toString());
        assertThat(result.exit()).as(result.err()).isZero();
        return target;
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
    }

    /// A page with what it complains of and what it asks a network for.
    private static final class Visit implements AutoCloseable {
        final List<String> complaints = new ArrayList<>();
        private final BrowserContext context;
        final Page page;

        Visit(Path file, Browser.NewContextOptions options) {
            context = chromium.orElseThrow().browser().newContext(options.setOffline(true));
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (!message.type().equals("log")) {
                    complaints.add(message.type() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add("error: " + error));
            page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
            page.onRequest(request -> {
                if (!request.url().startsWith("file:")) {
                    complaints.add("request: " + request.url());
                }
            });
            page.navigate(file.toUri().toString());
        }

        /// Everything folded is opened first: what nobody has opened is looked at by nobody.
        void unfold() {
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        }

        List<String> grave() {
            return Chromium.grave(page);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingIsAmiss(ColorScheme scheme) {
        try (var visit = new Visit(brief, new Browser.NewContextOptions().setColorScheme(scheme))) {
            visit.unfold();
            assertThat(visit.page.title()).isEqualTo("Two neighbours");
            assertThat(visit.page.locator("svg[role=img]").count()).isGreaterThan(3);
            assertThat(visit.grave()).isEmpty();
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void itFitsASmallScreenAndLargeLetters() {
        try (var visit = new Visit(brief, new Browser.NewContextOptions().setViewportSize(320, 640))) {
            visit.unfold();
            assertThat((int) visit.page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page on a screen of 320")
                    .isLessThanOrEqualTo(320);
            assertThat(visit.page.evaluate("[...document.querySelectorAll('caption')]"
                            + ".every(c => c.getBoundingClientRect().right <= 320)"))
                    .as("no caption is cut off where its table is wider than the screen")
                    .isEqualTo(true);
            assertThat(visit.grave()).isEmpty();
        }
    }

    @Test
    void coloursOfTheReadersOwnDoNotHurt() {
        var forced = new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE);
        try (var visit = new Visit(brief, forced)) {
            assertThat(visit.grave()).isEmpty();
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void harmIsShownAndNotDone() {
        try (var visit = new Visit(nasty, new Browser.NewContextOptions())) {
            visit.unfold();
            assertThat(visit.complaints).isEmpty();
            assertThat(visit.page.title()).isEqualTo("</title><script>document.title=\"owned\"</script>");
            assertThat(visit.page.locator("img").count()).isZero();
            assertThat(visit.page.locator("h1").innerText()).contains("<script>");
            assertThat(visit.grave()).isEmpty();
        }
    }

    /// What the page shows of the sliders' odds, all of it read off the page.
    private record Shown(List<Double> odds, String letters, int rings, List<String> values) {

        static Shown of(Page page) {
            String odds = page.locator("#try-it").getAttribute("data-odds");
            return new Shown(
                    Arrays.stream(odds.split(" ")).map(Double::valueOf).toList(),
                    String.join("", page.locator("#try-dots text").allTextContents()),
                    page.locator("#try-dots g.moved").count(),
                    page.locator("#try-it .key .value").allInnerTexts());
        }

        double[] array() {
            return odds.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static List<Double> values(Page page) {
        return page.locator("#try-it input[type=number]").all().stream()
                .map(box -> Double.valueOf(box.inputValue()))
                .toList();
    }

    @Test
    void slidersMoveDotsAndOddsAndComeBack() {
        var dark =
                new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE);
        try (var visit = new Visit(brief, dark)) {
            Page page = visit.page;
            assertThat(page.locator("#try-it").isVisible()).isTrue();
            assertThat(page.locator("#try-still").isVisible()).isFalse();
            String json = page.locator("#try-data").textContent();
            Shown before = Shown.of(page);
            assertThat(before.letters).hasSize(100);
            assertThat(before.rings).isZero();
            assertThat(before.values).noneMatch(value -> value.contains("≈"));
            Locator ranges = page.locator("#try-it input[type=range]");
            assertThat(ranges.count()).isBetween(2, 6);
            for (int j = 0; j < ranges.count(); j++) {
                ranges.nth(j).focus();
                for (int step = 0; step < 17 + j; step++) {
                    page.keyboard().press(j % 2 == 0 ? "ArrowRight" : "ArrowLeft");
                }
                Shown now = Shown.of(page);
                assertThat(now.odds.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
                assertThat(now.array()).containsExactly(PageArithmetic.odds(json, values(page)), within(1e-9));
                assertThat(now.values).allMatch(value -> value.startsWith("≈ "));
                dotsFollow(before, now);
            }
            Shown moved = Shown.of(page);
            assertThat(moved.rings).isPositive();
            Locator said = page.locator("#try-said");
            said.filter(new Locator.FilterOptions().setHasText("Approximate.")).waitFor();
            assertThat(said.getAttribute("aria-live")).isEqualTo("polite");
            assertThat(page.locator("#try-it").innerText())
                    .contains("Approximate: between worlds that were solved; open in the app to solve: casus open");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('#try-dots .ring')).transitionDuration"))
                    .isEqualTo("0s");
            assertThat(visit.grave()).isEmpty();
            page.locator("#try-reset").click();
            assertThat(Shown.of(page)).isEqualTo(before);
            said.filter(new Locator.FilterOptions().setHasText("were solved.")).waitFor();
            assertThat(visit.complaints).isEmpty();
        }
    }

    private static void dotsFollow(Shown before, Shown now) {
        int[] counts = Letters.apportion(now.array(), 100);
        int[] old = Letters.apportion(before.array(), 100);
        int moved = 0;
        for (int k = 0; k < counts.length; k++) {
            char letter = Letters.of(k);
            assertThat(now.letters.chars().filter(c -> c == letter).count()).isEqualTo(counts[k]);
            moved += Math.max(0, counts[k] - old[k]);
        }
        assertThat(now.rings).as("no more dots change than counts demand").isEqualTo(moved);
    }

    @Test
    void theEndsOfASliderAreWhatWasSolved() {
        try (var visit = new Visit(brief, new Browser.NewContextOptions())) {
            Page page = visit.page;
            for (int j = 0; j < page.locator("#try-it input[type=range]").count(); j++) {
                Locator range = page.locator("#try-it input[type=range]").nth(j);
                for (int end = 0; end < 2; end++) {
                    range.focus();
                    page.keyboard().press(end == 0 ? "Home" : "End");
                    List<String> row = page.locator("#try-ends tbody tr")
                            .nth(1 + 2 * j + end)
                            .locator("td")
                            .allTextContents();
                    assertThat(Shown.of(page).values).isEqualTo(row.subList(2, row.size()));
                    assertThat(range.getAttribute("aria-valuetext")).isEqualTo(row.getFirst());
                }
                page.locator("#try-reset").click();
            }
        }
    }

    @Test
    void aNumberMayBeTyped() {
        try (var visit = new Visit(brief, new Browser.NewContextOptions())) {
            Page page = visit.page;
            Locator box = page.locator("#try-it input[type=number]").first();
            Shown before = Shown.of(page);
            box.fill("");
            assertThat(Shown.of(page)).isEqualTo(before);
            box.fill("1e9");
            box.press("Enter");
            box.blur();
            assertThat(box.inputValue()).isEqualTo(box.getAttribute("max"));
            assertThat(page.locator("#try-0").inputValue()).isEqualTo(box.getAttribute("max"));
            assertThat(Shown.of(page).odds).isNotEqualTo(before.odds);
            assertThat(page.evaluate("[...document.querySelectorAll('#try-it input,#try-it button')].every(e => {"
                            + "const b = e.getBoundingClientRect(); return b.width >= 24 && b.height >= 24 })"))
                    .as("targets of 24 px")
                    .isEqualTo(true);
        }
    }

    @Test
    void withoutJavaScriptAndOnPaperATableStandsForTheSliders() {
        try (var visit = new Visit(brief, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            assertThat(visit.page.locator("#try-it").isVisible()).isFalse();
            assertThat(visit.page.locator("#try-still").innerText()).contains("need JavaScript", "casus open");
            assertThat(visit.page.locator("#try-ends table").isVisible()).isTrue();
        }
        try (var visit = new Visit(brief, new Browser.NewContextOptions())) {
            assertThat(visit.page.locator("#try-ends table").isVisible()).isFalse();
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page.locator("#try-it").isVisible()).isFalse();
            assertThat(visit.page.locator("#try-still").isVisible()).isFalse();
        }
    }

    @Test
    void paperHasEveryRowOfEveryTable() throws IOException {
        Path pdf = folder.resolve("brief.pdf");
        List<List<String>> rows = new ArrayList<>();
        try (var visit = new Visit(brief, new Browser.NewContextOptions())) {
            visit.page.pdf(new Page.PdfOptions()
                    .setPath(pdf)
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
            visit.unfold();
            visit.page
                    .locator("tr")
                    .all()
                    .forEach(row -> rows.add(row.locator("th,td").allInnerTexts().stream()
                            .map(String::strip)
                            .toList()));
        }
        assertThat(rows).hasSizeGreaterThan(60);
        try (var document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(3, 20);
            String text = bare(new PDFTextStripper().getText(document));
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row)
                            .allSatisfy(cell -> assertThat(words(cell))
                                    .allSatisfy(word -> assertThat(text).contains(word))));
        }
    }

    /// Words of a cell, without blanks and hyphens, at which lines break.
    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("\\s+"))
                .map(BriefInBrowserTest::bare)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00ad-]+", "");
    }
}
