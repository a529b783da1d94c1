package org.casus.app.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.edit.Plot.Interest;

/// Writes a scenario as a person would: in the order in which one reads it, aligned, with comments that say what each
/// part is for.
final class PlotWriter {

    private static final String SCHEMA = "casus-1.schema.json";
    private static final String GUESSED = "\n# Nobody has said so yet: this is made up.";

    private final StringBuilder text = new StringBuilder();
    private final Plot plot;

    private PlotWriter(Plot plot) {
        this.plot = plot;
    }

    static String of(Plot plot, String title, LocalDate asOf) {
        var writer = new PlotWriter(plot);
        writer.head(title, asOf);
        writer.defaults();
        writer.board();
        writer.actors();
        writer.moves();
        writer.chance();
        writer.outcomes();
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String made(String question) {
        return plot.guessed().contains(question) ? GUESSED : "";
    }

    private void head(String title, LocalDate asOf) {
        line("# yaml-language-server: $schema=./" + SCHEMA);
        line("# $schema: ./" + SCHEMA);
        line("#");
        line("# Every number is a judgement. `3 to 6` means: I would defend any value from 3 to 6, and none outside;");
        line("# `3 to 6 around 4` says where in it you would look first. Points run from 0 to 10: 10 is all that this");
        line("# actor could gain or lose. `per guess` owns up to a guess, and so far all of them are: put your own in");
        line("# their place, and name where they come from as `per SOURCE`, with the source under `sources:`.");
        line("");
        line("format: casus/1");
        line("title: " + Scalars.plain(title, false));
        line("question: How may the next half-year go?");
        line("as_of: " + asOf + "  # no source may be younger than this");
        line("clock: {unit: week, horizon: 26}");
    }

    private void defaults() {
        line("");
        line("# What holds for every actor that does not say otherwise.");
        line("defaults:");
        aligned(
                "  ",
                List.of(
                        new String[] {"acts:", "every week per guess", "the fastest an actor can move"},
                        new String[] {
                            "drifts:",
                            "every 1 to 3 months per guess",
                            "how often it makes a move worth nothing either way"
                        },
                        new String[] {"looks ahead:", "4 to 9 months per guess", "how far into the future it cares"},
                        new String[] {
                            "sharpness:",
                            "20 to 200 around 60 per guess",
                            "how many times as often for a point of advantage"
                        }));
    }

    /// Columns side by side, the last one a comment; it may be empty.
    private void aligned(String indent, List<String[]> rows) {
        int first = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int second = rows.stream()
                .filter(row -> !row[2].isEmpty())
                .mapToInt(row -> row[1].length())
                .max()
                .orElse(0);
        for (String[] row : rows) {
            String head = indent + row[0] + " ".repeat(first - row[0].length()) + " " + row[1];
            line(row[2].isEmpty() ? head : head + " ".repeat(second - row[1].length()) + "  # " + row[2]);
        }
    }

    private void board() {
        line("");
        line("# What may change: each row stands on one of its levels, low to high." + made("changes"));
        line("board:");
        aligned(
                "  ",
                plot.tracks().stream()
                        .map(track -> new String[] {
                            track.id() + ":",
                            "{" + title(track.title(), track.id()) + "levels: [" + String.join(", ", track.levels())
                                    + "], start: " + track.levels().get(track.start()) + "}",
                            ""
                        })
                        .toList());
    }

    /// A title, where the id does not say as much.
    private static String title(String title, String id) {
        return title.equals(id) ? "" : "title: " + Scalars.plain(title, true) + ", ";
    }

    private void actors() {
        line("");
        line("# Who takes part, and what each is after: points are what it is worth to live with it from now on."
                + made("who"));
        if (plot.guessed().contains("wants")) {
            line("# What they want and fear is made up.");
        }
        line("actors:");
        for (Plot.Party party : plot.parties()) {
            List<Interest> own = plot.interests().stream()
                    .filter(interest -> interest.party().equals(party.id()))
                    .toList();
            if (own.isEmpty()) {
                line("  " + party.id() + ": {title: " + Scalars.plain(party.title(), true)
                        + "}  # nothing of its own at stake yet");
                continue;
            }
            line("  " + party.id() + ":");
            line("    title: " + Scalars.plain(party.title(), false));
            interests("wants", own.stream().filter(Interest::wants).toList());
            interests(
                    "fears", own.stream().filter(interest -> !interest.wants()).toList());
        }
    }

    private void interests(String key, List<Interest> interests) {
        if (interests.isEmpty()) {
            return;
        }
        line("    " + key + ":");
        aligned(
                "      ",
                interests.stream()
                        .map(one -> new String[] {
                            Scalars.plain(one.condition(), false) + ":", one.points() + " per guess", ""
                        })
                        .toList());
    }

    private void moves() {
        line("");
        line("# What each can do, while `if` holds; everybody may also wait. Costs are paid whatever comes of it."
                + made("moves"));
        line("moves:");
        aligned(
                "  ",
                plot.acts().stream()
                        .map(act -> new String[] {
                            act.id() + ":",
                            "{" + when(act.when()) + "costs: " + act.costs() + " per guess, then: "
                                    + Scalars.plain(act.effect(), true) + "}",
                            ""
                        })
                        .toList());
    }

    private static String when(String condition) {
        return condition.equals("always") ? "" : "if: " + Scalars.plain(condition, true) + ", ";
    }

    private void chance() {
        if (plot.events().isEmpty()) {
            return;
        }
        line("");
        line("# What nobody decides.");
        line("chance:");
        aligned(
                "  ",
                plot.events().stream()
                        .map(event -> new String[] {
                            event.id() + ":",
                            "{" + title(event.title(), event.id()) + when(event.when()) + "odds: " + event.odds()
                                    + " per guess, then: " + Scalars.plain(event.effect(), true) + "}",
                            ""
                        })
                        .toList());
    }

    private void outcomes() {
        line("");
        line("# How it may stand at the horizon: the first that holds counts." + made("ends"));
        line("outcomes:");
        List<String[]> rows = new ArrayList<>();
        plot.ends()
                .forEach(end -> rows.add(new String[] {
                    end.id() + ":",
                    "{" + title(end.title(), end.id()) + "if: " + Scalars.plain(end.when(), true) + "}",
                    ""
                }));
        aligned("  ", rows);
    }
}
