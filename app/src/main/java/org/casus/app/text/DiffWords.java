package org.casus.app.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.app.run.Clean;
import org.casus.app.run.Diff;
import org.casus.scenario.Change;
import org.casus.scenario.Policy;

/// What both views of `casus diff` say.
final class DiffWords {

    /// Changes of odds smaller than this are nothing to speak of.
    static final double LEAST = 0.0005;

    private static final int TOLD = 3;
    private static final int LONGEST = 240;
    private static final double STRAYED = 0.005;

    private final Diff diff;

    DiffWords(Diff diff) {
        this.diff = diff;
    }

    /// How many changes there are, and what they do altogether.
    List<String> finding() {
        var about = diff.about();
        if (diff.changes().isEmpty()) {
            return List.of(
                    about.before().hash().equals(about.after().hash())
                            ? "No difference: both are the same text."
                            : "No difference in meaning: what differs is layout, order or spelling.");
        }
        String count = Sentences.count(diff.changes().size(), "change") + " in meaning";
        boolean game = diff.changes().stream().anyMatch(change -> change.touch() == Change.Touch.GAME);
        if (!about.solve()) {
            return List.of(count + (game ? "." : "; none can touch the odds."));
        }
        if (diff.effects().isEmpty()) {
            return List.of(count
                    + (game
                            ? ", and the same odds: it is the same game, number by number."
                            : "; none can touch the odds."));
        }
        var effects = diff.effects().get();
        return switch (effects.total()) {
            case Diff.Result.Nothing nothing -> List.of(count + ", and the same odds.");
            case Diff.Result.Untold untold -> List.of(count + ". What they do is not known: " + untold.reason() + ".");
            case Diff.Result.Moves moves -> {
                int k = order(moves.split()).getFirst();
                var outcome = effects.outcomes().get(k);
                if (moves.split().largest() < LEAST) {
                    yield List.of(count + "; no odds move by a tenth of a point.");
                }
                double total = moves.split().total(k);
                String way = Math.abs(total) < LEAST ? "stays at" : total > 0 ? "rises from" : "falls from";
                String between = Math.abs(total) < LEAST
                        ? Odds.in100(outcome.oddsAfter())
                        : Odds.in100(outcome.oddsBefore()) + " to " + Odds.in100(outcome.oddsAfter());
                yield List.of(
                        count + ".",
                        outcome.title() + " " + way + " " + between + " in 100: "
                                + shares(
                                        moves.split().direct()[k], moves.split().strategic()[k]));
            }
        };
    }

    private static String shares(double direct, double strategic) {
        if (Math.abs(direct) < LEAST) {
            return "with plans held it would not move, so all of it comes from actors who think again.";
        }
        if (Math.abs(strategic) < LEAST) {
            return "all of it with plans held, for nobody thinks again to any effect.";
        }
        return points(direct) + " points directly, with plans held, and " + points(strategic)
                + " because actors think again.";
    }

    /// Under what both are read: `Both under the policy no-pact, with truce lapses=30% each week.`
    /// Empty for both as they are.
    Optional<String> under() {
        var about = diff.about();
        boolean asIs = about.policy().equals(Policy.AS_IS);
        List<String> settings = about.settings().stream().map(Clean::text).toList();
        if (asIs && settings.isEmpty()) {
            return Optional.empty();
        }
        String with = settings.isEmpty() ? "" : "with " + String.join(", ", settings);
        String under = asIs ? "" : "under the policy " + about.policy();
        return Optional.of("Both " + under + (asIs || with.isEmpty() ? "" : ", ") + with + ".");
    }

    /// What a change is about: `turkey wants line districts`, `new move turkey/step-up`.
    static String name(Change change) {
        boolean whole = change.path().equals(change.owner());
        String sort = whole ? change.about().word() + " " : "";
        return switch (change.kind()) {
            case ADDED -> "new: " + sort + change.path();
            case REMOVED -> "gone: " + sort + change.path();
            case CHANGED -> change.path();
            case RENAMED -> "renamed: " + sort + change.path();
            case REORDERED -> "order of " + change.path();
        };
    }

    /// What became of it: `1 to 3 → 2 to 4`.
    static String words(Change change) {
        String before = change.before().map(side -> clip(side.words())).orElse("");
        String after = change.after().map(side -> clip(side.words())).orElse("");
        return switch (change.kind()) {
            case ADDED -> after;
            case REMOVED -> before;
            case CHANGED, RENAMED, REORDERED -> before + " → " + after;
        };
    }

    private static String clip(String words) {
        return Wrap.clip(Clean.text(words), LONGEST);
    }

    /// Where it stands: `line 12 → 14`.
    static String place(Change change) {
        String before = change.before()
                .map(side -> Integer.toString(side.position().line()))
                .orElse("");
        String after = change.after()
                .map(side -> Integer.toString(side.position().line()))
                .orElse("");
        return switch (change.kind()) {
            case ADDED -> "line " + after + " of B";
            case REMOVED -> "line " + before + " of A";
            case CHANGED, RENAMED, REORDERED -> "line " + before + (before.equals(after) ? "" : " → " + after);
        };
    }

    /// Why a change does nothing to the odds.
    static String still(Change change) {
        return switch (change.touch()) {
            case GAME -> "the game is the same, number by number";
            case WORLDS ->
                change.judgement()
                        ? "changes the range, not the central odds"
                        : "changes which ranges move as one, not the central odds";
            case SOURCES -> "changes where a number comes from, not the number";
            case WORDS -> "words for people";
            case NAMES -> "another name for the same";
            case POLICIES -> "counts under this policy alone";
            case SCORES -> "a score, beside the odds";
            case CLAIMS -> "counts in casus test alone";
        };
    }

    /// What some changes do, and what is to be known about plans held.
    List<String> effect(Diff.Result result) {
        return switch (result) {
            case Diff.Result.Nothing nothing -> List.of("Nothing: the game is the same, number by number.");
            case Diff.Result.Untold untold -> List.of("Not told: " + untold.reason() + ".");
            case Diff.Result.Moves moves -> {
                List<String> said = new ArrayList<>(List.of(moves(moves.split())));
                said.addAll(plans(moves));
                yield said;
            }
        };
    }

    /// `dictated-peace +6.1 (direct +1.0, strategic +5.1); …`, the largest first.
    String moves(Diff.Split split) {
        var outcomes = diff.effects().orElseThrow().outcomes();
        boolean direct = largest(split.direct()) >= LEAST;
        boolean strategic = largest(split.strategic()) >= LEAST;
        List<String> parts = new ArrayList<>();
        double rest = 0;
        for (int k : order(split)) {
            if (parts.size() < TOLD && size(split, k) >= LEAST) {
                String shares =
                        " (direct " + points(split.direct()[k]) + ", strategic " + points(split.strategic()[k]) + ")";
                parts.add(outcomes.get(k).after() + " " + points(split.total(k)) + (direct && strategic ? shares : ""));
            } else {
                rest = Math.max(rest, Math.abs(split.total(k)));
            }
        }
        if (parts.isEmpty()) {
            return "No odds move by a tenth of a point.";
        }
        String others = rest < LEAST ? "" : String.format(Locale.ROOT, "; others by at most %.1f", 100 * rest);
        String all = direct && strategic ? "" : direct ? " All of it direct." : " All of it strategic.";
        return String.join("; ", parts) + others + "." + all;
    }

    private static double largest(double[] changes) {
        return Arrays.stream(changes).map(Math::abs).max().orElse(0);
    }

    private static double size(Diff.Split split, int k) {
        return Math.max(Math.abs(split.total(k)), Math.abs(split.direct()[k]));
    }

    private static List<Integer> order(Diff.Split split) {
        return IntStream.range(0, split.direct().length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(split.total(k)))
                        .thenComparing(k -> k))
                .toList();
    }

    private static List<String> plans(Diff.Result.Moves moves) {
        List<String> said = new ArrayList<>();
        if (!moves.newMoves().isEmpty()) {
            said.add("Nobody had planned " + list(moves.newMoves())
                    + ": with plans held it is not made, so all it does counts as strategic.");
        }
        if (!moves.goneMoves().isEmpty()) {
            said.add("Plans that had " + list(moves.goneMoves()) + " go without: that they do is direct.");
        }
        if (moves.strayed() > STRAYED) {
            said.add(String.format(
                    Locale.ROOT,
                    "With plans held %.0f%% of the time is spent where nobody had a plan; there they are taken to "
                            + "think again.",
                    100 * moves.strayed()));
        }
        return said;
    }

    private static String list(List<String> ids) {
        int shown = Math.min(ids.size(), TOLD);
        String more = ids.size() > shown ? " and " + (ids.size() - shown) + " more" : "";
        return String.join(", ", ids.subList(0, shown)) + more;
    }

    /// What all changes together do more than each alone.
    List<String> together() {
        var effects = diff.effects();
        long several = effects.stream()
                .flatMap(e -> e.steps().stream())
                .filter(step -> step.result() instanceof Diff.Result.Moves)
                .count();
        if (effects.isEmpty() || several < 2) {
            return List.of();
        }
        if (effects.get().interaction().isEmpty()) {
            return List.of("Not every change could be told alone, so there is no saying what they do to each other.");
        }
        Diff.Split split = effects.get().interaction().get();
        return List.of(
                split.largest() < LEAST
                        ? "Together they do what they do one by one, to a tenth of a point."
                        : "Together beyond one by one (interaction): " + moves(split));
    }

    /// Which program and which files, by hash.
    List<String> stamp() {
        var about = diff.about();
        return List.of("casus " + about.version(), file("A", about.before()), file("B", about.after()));
    }

    private static String file(String letter, Diff.Side side) {
        return letter + " " + side.hash().substring(0, 12) + " " + side.asked();
    }

    /// In points, to a tenth: `+6.1`, `−0.3`, `0`.
    static String points(double change) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(100 * change));
        return digits.equals("0.0") ? "0" : (change < 0 ? "−" : "+") + digits;
    }

    /// Changes that do nothing, by their places.
    List<Integer> stillOnes() {
        List<Integer> told = diff.effects().stream()
                .flatMap(e -> e.steps().stream())
                .filter(step -> !(step.result() instanceof Diff.Result.Nothing))
                .flatMap(step -> step.changes().stream())
                .toList();
        boolean known = diff.about().solve();
        return IntStream.range(0, diff.changes().size())
                .filter(k ->
                        !told.contains(k) && (known || diff.changes().get(k).touch() != Change.Touch.GAME))
                .boxed()
                .toList();
    }

    /// Changes that may do something and were not solved, by their places.
    List<Integer> unsolved() {
        return diff.about().solve()
                ? List.of()
                : IntStream.range(0, diff.changes().size())
                        .filter(k -> diff.changes().get(k).touch() == Change.Touch.GAME)
                        .boxed()
                        .toList();
    }
}
