package org.casus.app.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// Somebody at the browser app, with what their browser complains of and whom it asks.
final class Visit implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final long PATIENCE = 30_000;

    final List<String> complaints = new CopyOnWriteArrayList<>();
    final Page page;
    private final BrowserContext context;

    /// @param origin the only one that may be asked
    Visit(Chromium chromium, String origin, Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        page = watched(context.newPage(), origin);
    }

    private Page watched(Page page, String origin) {
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("blob:" + origin)) {
                complaints.add("request: " + request.url());
            }
        });
        return page;
    }

    /// Another tab of the same browser.
    Page tab(String origin) {
        return watched(context.newPage(), origin);
    }

    /// Waits until `is`.
    static void until(Page page, String what, BooleanSupplier is) {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (!is.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what + "; the page says: "
                        + page.locator("body").innerText());
            }
            page.waitForTimeout(30);
        }
    }

    /// Keeps what is on the screen, to be looked at.
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
