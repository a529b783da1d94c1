package org.casus.scenario;

import java.util.Arrays;
import java.util.List;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;
import org.casus.scenario.Vocabulary.To;
import org.casus.scenario.Vocabulary.Unit;

/// The forms themselves, one for each mapping of the language.
final class VocabularyForms {

    private static final Kind TEXT = new Kind.Text();
    private static final Kind WHEN = new Kind.When();
    private static final Kind EFFECTS = new Kind.Effects();
    private static final Kind PRICE = new Kind.Judged(Unit.PRICE);
    private static final Kind PRICES = either(PRICE, map(Keys.CONDITIONS, PRICE));
    private static final Kind WORTHS = new Kind.MapOf(
            Keys.ROWS_OR_CONDITIONS,
            either(new Kind.Judged(Unit.WORTH), map(Keys.LEVELS, new Kind.Judged(Unit.WORTH))),
            true);
    private static final Kind BRANCHES = either(EFFECTS, map(Keys.EFFECTS, new Kind.Judged(Unit.BRANCH)));

    static final List<Form> ALL = List.of(
            VocabularyFile.FORM,
            form(
                    "clock",
                    "The unit of time and how far away the horizon lies.",
                    must("unit", words("day", "week", "month", "year"), "The clock's unit.", "week"),
                    must("horizon", new Kind.Span(), "When outcomes are read: clock units, or a time.", "26")),
            form(
                    "defaults",
                    "What holds for every actor that does not say otherwise; each is one judgement for all of them.",
                    may("acts", new Kind.Judged(Unit.PACE), "The fastest an actor can move.", "every week"),
                    may(
                            "drifts",
                            new Kind.Judged(Unit.PACE),
                            "How often a move worth nothing either way is made all the same.",
                            "every 1 to 3 months per guess"),
                    may(
                            "looks ahead",
                            new Kind.Judged(Unit.DURATION),
                            "How far ahead an actor looks.",
                            "4 to 9 months per guess"),
                    may(
                            "sharpness",
                            new Kind.Judged(Unit.SHARPNESS),
                            "Each point of advantage makes a move this many times as frequent.",
                            "20 to 200 around 60 per guess")),
            labelled(
                    "source",
                    "Where judgements come from.",
                    may("date", new Kind.Date(), "Its day; never later than `as_of`.", "2020-10-10"),
                    may("kind", TEXT, "What sort of source it is.", "analysis"),
                    may("url", TEXT, "Where it can be read.", "https://example.org/article")),
            labelled(
                    "place",
                    "A place that rows stand at and commitments cover.",
                    may(
                            "claimed_by",
                            new Kind.ListOf(new Kind.Ref(To.ACTOR)),
                            "The actors that claim it.",
                            "[azerbaijan, armenia]")),
            labelled(
                    "row",
                    "One row of the board: it stands on exactly one of its levels.",
                    must(
                            "levels",
                            new Kind.ListOf(new Kind.Name()),
                            "Its levels, low to high.",
                            "[truce, skirmishes, offensive]"),
                    must("start", new Kind.Ref(To.LEVEL), "The level it stands on at first.", "offensive"),
                    may(
                            "ordered",
                            new Kind.Flag(),
                            "`false` for postures that are no ladder: then only `is` and `to` work on it.",
                            "false"),
                    may("at", new Kind.Ref(To.PLACE), "The place it stands at.", "karabakh"),
                    may(
                            "attack",
                            new Kind.AttackBy(),
                            "From which level on it is an attack on its place, and by whom.",
                            "offensive by azerbaijan or armenia")),
            labelled(
                    "actor",
                    "A player; what it leaves out is taken from `defaults`.",
                    may("acts", new Kind.Judged(Unit.PACE), "The fastest it can move.", "every 2 weeks"),
                    may(
                            "drifts",
                            new Kind.Judged(Unit.PACE),
                            "How often it makes a move worth nothing either way.",
                            "every 1 to 3 months per guess"),
                    may("looks ahead", new Kind.Judged(Unit.DURATION), "How far ahead it looks.", "4 to 9 months"),
                    may(
                            "sharpness",
                            new Kind.Judged(Unit.SHARPNESS),
                            "Each point of advantage makes a move this many times as frequent.",
                            "20 to 200 around 60"),
                    may(
                            "wants",
                            WORTHS,
                            "What is good for it: by row and level, or by condition.",
                            "{line: {districts: 3 to 5, all: 7 to 10, per: article}}"),
                    may(
                            "fears",
                            WORTHS,
                            "What is bad for it: by row and level, or by condition.",
                            "{moscow is fighting: 6 to 9 per guess}")),
            labelled(
                    "commitment",
                    "A promise with territory.",
                    must("binds", new Kind.Ref(To.ACTOR), "The actor that made it.", "russia"),
                    must("to", new Kind.Promise(), "What it promised: `defend` and a name.", "defend armenia"),
                    must(
                            "covers",
                            new Kind.ListOf(new Kind.Ref(To.PLACE)),
                            "The places it covers.",
                            "[armenia, karabakh]"),
                    must("kept by", WHEN, "The condition that keeps it once it is due.", "moscow is fighting"),
                    may(
                            "answer within",
                            new Kind.Judged(Unit.DURATION),
                            "With it a breach is remembered: due and unkept, it is broken after about this time, for"
                                    + " good.",
                            "2 weeks"),
                    must(
                            "breaking costs",
                            PRICE,
                            "What living with the breach for ever is worth to the one who made it.",
                            "4 to 7 per article"),
                    dormant()),
            labelled(
                    "agreement",
                    "Something to negotiate: brokers bring an offer, the parties sign, the last signature applies it.",
                    must(
                            "between",
                            new Kind.ListOf(new Kind.Ref(To.ACTOR)),
                            "The parties: all of them must sign.",
                            "[azerbaijan, armenia]"),
                    may("if", WHEN, "When an offer can be brought; always, if left out.", "war above truce"),
                    may(
                            "brokers",
                            map(Keys.ACTORS, new Kind.Judged(Unit.ODDS)),
                            "Who may bring an offer, with the odds that an attempt succeeds.",
                            "{russia: 50% to 80% per article}"),
                    may(
                            "brokering costs",
                            map(Keys.ACTORS, PRICES),
                            "The price of an attempt, by broker.",
                            "{usa: 0.2 to 0.5 per guess}"),
                    may(
                            "signing costs",
                            map(Keys.ACTORS, PRICES),
                            "The price of signing, by party.",
                            "{azerbaijan: {line below districts: 1 to 2 per article}}"),
                    may(
                            "lapses",
                            new Kind.Judged(Unit.RATE),
                            "How soon an offer not yet signed by all is off the table; never, if left out.",
                            "50% each week per guess"),
                    must("then", BRANCHES, "What the last signature brings about.", "war to truce"),
                    may(
                            "table",
                            new Kind.Name(),
                            "Agreements with the same table share one row: one offer at a time.",
                            "talks"),
                    dormant()),
            labelled(
                    "move",
                    "What an actor may do; its name is `actor/verb`.",
                    may("if", WHEN, "When it is open; always, if left out.", "war below offensive"),
                    may(
                            "costs",
                            PRICES,
                            "The price of trying, or prices by condition that add up.",
                            "{always: 0.5 to 1 per guess, moscow is peacekeepers: 3 to 5 per guess}"),
                    may("odds", new Kind.Judged(Unit.ODDS), "The chance of `then`; otherwise `else`.", "80% per guess"),
                    must("then", BRANCHES, "What it brings about.", "ankara up 1"),
                    may("else", BRANCHES, "What happens when the odds fail; nothing, if left out.", "nothing"),
                    dormant()),
            labelled(
                    "event",
                    "A chance event.",
                    may("if", WHEN, "When it can happen; always, if left out.", "war is offensive"),
                    may(
                            "odds",
                            new Kind.Judged(Unit.RATE),
                            "How often it happens. Either this or `rate`.",
                            "5% to 10% each week per guess"),
                    may(
                            "rate",
                            new Kind.Judged(Unit.RATE),
                            "The same under another name, for `every 4 weeks`.",
                            "every 4 weeks"),
                    may(
                            "times",
                            map(Keys.CONDITIONS, new Kind.Judged(Unit.FACTOR)),
                            "Factors on the rate while a condition holds; several multiply.",
                            "{ankara at least drones: 1.5 to 2.5 per article}"),
                    must("then", BRANCHES, "What it brings about.", "line up 1 and truce to none"),
                    dormant()),
            labelled(
                    "outcome",
                    "A way it may end; the first that matches counts.",
                    must(
                            "if",
                            new Kind.Ending(),
                            "The condition, or `otherwise` for the last one.",
                            "war is truce and line at least districts"),
                    may("final", new Kind.Flag(), "`true`: once met, nothing moves any more.", "true")),
            labelled(
                    "policy",
                    "Edits to the scenario, to be compared with it as it is.",
                    may(
                            "set",
                            new Kind.MapOf(Keys.PATHS, new Kind.Anything(), false),
                            "New values, by the file's own words.",
                            "{usa acts: every week}"),
                    may(
                            "forbid",
                            new Kind.ListOf(new Kind.Ref(To.CLOSABLE)),
                            "Moves, chance events, commitments, agreements that are closed.",
                            "[usa/broker-truce]"),
                    may(
                            "allow",
                            new Kind.ListOf(new Kind.Ref(To.CLOSABLE)),
                            "Dormant ones that are opened.",
                            "[turkey/recognise]")),
            labelled(
                    "score",
                    "A quantity reported beside the outcomes.",
                    must("quantity", new Kind.Measured(), "What is measured.", "weeks with war is truce")),
            labelled(
                    "claim",
                    "A statement of a source as a test. It has either `test` or `untestable`.",
                    must("says", TEXT, "The statement, in our words.", "The guarantee emboldens Ankara."),
                    may("at", new Kind.Cited(), "The source and the place in it.", "article p4"),
                    may(
                            "test",
                            new Kind.Test(),
                            "What must be true of the model.",
                            "without north-atlantic-treaty turkey/step-up is played less by 20%"),
                    may("untestable", TEXT, "Why it cannot be put as a test.", "It speaks of motives."),
                    may(
                            "severity",
                            words("error", "warning"),
                            "What it means if it fails: `error` (the default) makes `casus test` end with exit code 1.",
                            "warning")),
            form(
                    "judgement",
                    "A number in full; everywhere else it is written on one line.",
                    must("range", TEXT, "The number or range with its unit.", "3 to 6 around 4"),
                    may("per", new Kind.Ref(To.SOURCE), "The id of its source, or `guess`.", "article"),
                    may("at", TEXT, "Where in the source.", "p4"),
                    may("why", TEXT, "The analyst's reason.", "\"Tempered by winter, says p4.\"")));

    private VocabularyForms() {}

    static Form form(String name, String doc, Vocabulary.Key... keys) {
        return new Form(name, doc, List.of(keys));
    }

    /// A form for something with a name of its own, which may carry a title and words for people.
    private static Form labelled(String name, String doc, Vocabulary.Key... keys) {
        Vocabulary.Key[] all = Arrays.copyOf(keys, keys.length + 3);
        System.arraycopy(keys, 0, all, 1, keys.length);
        all[0] = may("title", TEXT, "What people read instead of its id.", "\"A title\"");
        all[keys.length + 1] = may("why", TEXT, "The analyst's reason; not read by the engine.", "\"See p4.\"");
        all[keys.length + 2] = may("note", TEXT, "Anything else; not read by the engine.", "\"To be checked.\"");
        return new Form(name, doc, List.of(all));
    }

    static Vocabulary.Key must(String name, Kind kind, String doc, String example) {
        return new Vocabulary.Key(name, true, kind, doc, example);
    }

    static Vocabulary.Key may(String name, Kind kind, String doc, String example) {
        return new Vocabulary.Key(name, false, kind, doc, example);
    }

    private static Vocabulary.Key dormant() {
        return may("dormant", new Kind.Flag(), "`true`: closed until a policy allows it.", "true");
    }

    static Kind words(String... words) {
        return new Kind.Word(List.of(words));
    }

    static Kind either(Kind... kinds) {
        return new Kind.Either(List.of(kinds));
    }

    static Kind map(Keys keys, Kind value) {
        boolean numbers = value instanceof Kind.Judged || keys == Keys.CONDITIONS || keys == Keys.ACTORS;
        return new Kind.MapOf(keys, value, numbers);
    }
}
