package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Matters;

/// What matters on one screen: a sentence, a tornado with its numbers, how much rests on guesses.
///
/// A bar is hatched `░` where it is a guess or has no source, solid `█` where it has one; it runs left for
/// less and right for more, whichever end of the range does it.
public final class MattersView {

    private static final int SHOWN = 12;
    private static final int SIDE = 10;
    private static final int NUMBER = 7;

    private final Matters matters;
    private final MattersWords words;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private MattersView(Matters matters, Style style) {
        this.matters = matters;
        this.words = new MattersWords(matters);
        this.style = style;
    }

    /// The whole screen, ending in a line break.
    public static String of(Matters matters, Style style) {
        var view = new MattersView(matters, style);
        view.heading();
        view.tornado();
        view.notes();
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private void heading() {
        var about = matters.about();
        String setting = Wrap.clip(words.setting(), style.width() / 2);
        String title = Wrap.clip(about.title(), style.width() - Columns.shown(setting) - 2);
        int gap = style.width() - Columns.shown(title) - Columns.shown(setting);
        lines.add(style.bold(title) + " ".repeat(Math.max(gap, 2)) + style.dim(setting));
        about.settings().forEach(one -> lines.add(style.dim(Wrap.clip("set " + one, style.width()))));
        lines.add("");
        for (String sentence : words.finding()) {
            Wrap.lines(sentence, style.width()).forEach(line -> lines.add(style.bold(line)));
        }
        lines.add("");
    }

    private void tornado() {
        if (matters.bars().isEmpty()) {
            return;
        }
        var shown = matters.bars().subList(0, Math.min(SHOWN, matters.bars().size()));
        double most = 0;
        for (Matters.Bar bar : shown) {
            most = Math.max(most, Math.max(Math.abs(bar.atLow()), Math.abs(bar.atHigh())));
        }
        int room = style.width() - 4 - 2 * (NUMBER + 1) - (2 * SIDE + 1) - 1;
        String head = "Change in " + words.unit();
        lines.add(style.dim("    " + pad(Wrap.clip(head, room), room) + left("at low") + " " + " ".repeat(2 * SIDE + 1)
                + " " + left("at high")));
        for (int k = 0; k < shown.size(); k++) {
            bar(k, shown.get(k), most, room);
        }
        words.rest(SHOWN).ifPresent(this::add);
        boolean guessed = shown.stream().anyMatch(Matters.Bar::guessed);
        boolean sourced = shown.stream().anyMatch(bar -> !bar.guessed());
        add((guessed ? "░ a guess, or without a source. " : "") + (sourced ? "█ with a source." : ""));
        lines.add("");
    }

    private void bar(int k, Matters.Bar bar, double most, int room) {
        String name = MattersWords.name(bar.judgements());
        String drawn =
                left(words.signed(bar.atLow())) + " " + drawn(bar, most) + " " + left(words.signed(bar.atHigh()));
        String number = String.format("%2d  ", k + 1);
        if (Columns.shown(name) <= room) {
            lines.add(number + pad(name, room) + drawn);
        } else {
            lines.add(number + Wrap.clip(name, style.width() - 4));
            lines.add(" ".repeat(4 + room) + drawn);
        }
        String about = MattersWords.range(bar) + "; " + MattersWords.source(bar) + "; " + words.slope(bar);
        String all = words.more(bar).map(more -> about + "; " + more).orElse(about);
        Wrap.hanging("    ", all, style.width()).forEach(line -> lines.add(style.dim(line)));
    }

    private static String drawn(Matters.Bar bar, double most) {
        int less = cells(-Math.min(0, Math.min(bar.atLow(), bar.atHigh())), most);
        int more = cells(Math.max(0, Math.max(bar.atLow(), bar.atHigh())), most);
        String ink = bar.guessed() ? "░" : "█";
        return " ".repeat(SIDE - less) + ink.repeat(less) + "│" + ink.repeat(more) + " ".repeat(SIDE - more);
    }

    private static int cells(double change, double most) {
        return Math.clamp(Math.round(SIDE * change / most), 0, SIDE);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Columns.shown(text)));
    }

    private static String left(String number) {
        return " ".repeat(Math.max(0, NUMBER - Columns.shown(number))) + number;
    }

    private void notes() {
        words.notes().forEach(this::add);
        add(words.stamp());
        if (!matters.warnings().isEmpty()) {
            lines.add("");
        }
        for (String warning : matters.warnings()) {
            Wrap.hanging("! ", warning, style.width()).forEach(line -> lines.add(style.yellow(line)));
        }
    }

    private void add(String text) {
        Wrap.lines(text, style.width()).forEach(line -> lines.add(style.dim(line)));
    }
}
