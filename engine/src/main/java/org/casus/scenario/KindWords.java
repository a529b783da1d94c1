package org.casus.scenario;

import java.util.List;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;
import org.casus.scenario.Vocabulary.To;
import org.casus.scenario.Vocabulary.Unit;

/// Kinds of value in the words of the reference.
final class KindWords {

    private KindWords() {}

    static String of(Kind kind) {
        return switch (kind) {
            case Kind.Text text -> "text";
            case Kind.Word(List<String> words) ->
                String.join(", ", words.stream().map(Say::quoted).toList());
            case Kind.Flag flag -> "`true` or `false`";
            case Kind.Date date -> "day";
            case Kind.Span span -> "number of clock units, or a time";
            case Kind.Judged(Unit unit) -> unit(unit);
            case Kind.Ref(To to) -> to(to);
            case Kind.Name name -> "new name";
            case Kind.When when -> "condition";
            case Kind.Ending ending -> "condition or `otherwise`";
            case Kind.Effects effects -> "effects";
            case Kind.AttackBy by -> "`LEVEL by ACTOR [or ACTOR]`";
            case Kind.Promise promise -> "`defend NAME`";
            case Kind.Cited cited -> "`SOURCE [PLACE]`";
            case Kind.Path path -> "path";
            case Kind.Measured measured -> "quantity";
            case Kind.Test test -> "test";
            case Kind.Anything anything -> "anything";
            case Kind.ListOf(Kind item) -> "list of " + plural(item);
            case Kind.Of(String form) -> "[`" + form + "`](#" + form + ")";
            case Kind.MapOf(Keys keys, Kind value, boolean shared) -> "by " + keys(keys) + ": " + of(value);
            case Kind.Either(List<Kind> kinds) ->
                String.join("; or ", kinds.stream().map(KindWords::of).toList());
        };
    }

    private static String plural(Kind item) {
        return switch (item) {
            case Kind.ListOf(Kind inner) -> "lists of " + plural(inner);
            case Kind.Either(List<Kind> kinds) ->
                String.join(" or ", kinds.stream().map(KindWords::plural).toList());
            default -> of(item) + "s";
        };
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case PRICE -> "points";
            case WORTH -> "points, or points over time";
            case ODDS -> "odds";
            case BRANCH -> "odds or `rest`";
            case RATE -> "rate";
            case PACE -> "pace";
            case DURATION -> "length of time";
            case FACTOR -> "factor";
            case SHARPNESS -> "number above 1";
        };
    }

    private static String to(To to) {
        return switch (to) {
            case ACTOR -> "actor";
            case PLACE -> "place";
            case LEVEL -> "level";
            case SOURCE -> "source or `guess`";
            case CLOSABLE -> "name";
        };
    }

    private static String keys(Keys keys) {
        return switch (keys) {
            case NAMES -> "name";
            case MOVES -> "move";
            case ACTORS -> "actor";
            case LEVELS -> "level";
            case CONDITIONS -> "condition";
            case ROWS_OR_CONDITIONS -> "row or condition";
            case EFFECTS -> "effects";
            case PATHS -> "path";
        };
    }
}
