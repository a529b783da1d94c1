package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The brief as people meet it: opened from disk in a real browser, without a network, by day and night, on a
/// small screen and on paper.
class BriefInBrowserTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @TempDir
    static Path folder;

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();
    private static Path brief = Path.of("");
    private static Path nasty = Path.of("");

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String how = "No Chromium to look at the brief with: apt-get install chromium (or set CHROMIUM to one).";
            if (System.getenv("CI") != null) {
                fail(how);
            }
            System.err.println(how);
            abort(how);
        }
        brief = written("neighbours.yaml", Claims.TEXT, "brief.html");
        nasty = written("nasty.yaml", ReportCommandTest.NASTY, "nasty.html");
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Optional.of(Playwright.create(options));
        browser = Optional.of(playwright
                .get()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        // Root has no sandbox of its own to make; what is opened is our own.
                        .setChromiumSandbox(false)));
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
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    private static Optional<Path> chromium() {
        String told = System.getenv("CHROMIUM");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(java.io.File.pathSeparator)))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A page with what it complains of and what it asks a network for.
    private static final class Visit implements AutoCloseable {
        final List<String> complaints = new ArrayList<>();
        private final BrowserContext context;
        final Page page;

        Visit(Path file, Browser.NewContextOptions options) {
            context = browser.orElseThrow().newContext(options.setOffline(true));
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
            return new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(rule -> GRAVE.contains(rule.getImpact()))
                            .map(BriefInBrowserTest::words)
                            .toList();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
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
