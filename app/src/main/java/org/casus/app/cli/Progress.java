package org.casus.app.cli;

import java.util.Locale;
import org.casus.app.text.Wrap;

/// One line on standard error that says how far a long piece of work is: from two seconds on, four times a
/// second, wiped when the work is done. Where the other end is no terminal it writes whole lines, and
/// only if
/// asked to.
final class Progress implements AutoCloseable {

    private static final long PATIENCE = 2_000_000_000L;
    private static final long PACE = 250_000_000L;
    private static final long SLOW_PACE = 5_000_000_000L;

    private final Talk talk;
    private final boolean shown;
    private final boolean rewrites;
    private final long started = System.nanoTime();
    private long last = started;
    private boolean dirty;

    /// @param asked whether `--progress` was given
    Progress(Talk talk, boolean asked) {
        this.talk = talk;
        this.rewrites = talk.console.errTerminal()
                && !talk.plain
                && !"dumb".equals(talk.console.environment().get("TERM"));
        this.shown = asked || rewrites;
    }

    /// Says that the work is at `what`. Costs nothing while it is not yet time to say so.
    synchronized void at(String what) {
        long now = System.nanoTime();
        boolean early = now - started < PATIENCE || now - last < (rewrites ? PACE : SLOW_PACE);
        if (!shown || early) {
            return;
        }
        last = now;
        String line = String.format(Locale.ROOT, "%.0f s  %s", (now - started) * 1e-9, what);
        if (rewrites) {
            int width = talk.errStyle().width() - 1;
            talk.console.say("\r\u001b[2K" + talk.errStyle().plain(Wrap.clip(line, width)));
            dirty = true;
        } else {
            talk.say(line);
        }
    }

    /// Wall time since the work began.
    double seconds() {
        return (System.nanoTime() - started) * 1e-9;
    }

    /// `about 40 s left`, in the unit that suits it.
    static String left(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "about %.0f s left", seconds);
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "about %.0f min left", seconds / 60)
                : String.format(Locale.ROOT, "about %.1f h left", seconds / 3600);
    }

    @Override
    public void close() {
        wipe();
    }

    /// Takes the line away, so that what follows begins on a clean one.
    synchronized void wipe() {
        if (dirty) {
            talk.console.say("\r\u001b[2K");
            dirty = false;
        }
    }
}
