package org.casus.scenario;

import static org.casus.scenario.VocabularyForms.either;
import static org.casus.scenario.VocabularyForms.form;
import static org.casus.scenario.VocabularyForms.map;
import static org.casus.scenario.VocabularyForms.may;
import static org.casus.scenario.VocabularyForms.must;
import static org.casus.scenario.VocabularyForms.words;

import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;
import org.casus.scenario.Vocabulary.To;

/// The form of the file itself.
final class VocabularyFile {

    private static final Kind TEXT = new Kind.Text();

    static final Form FORM = form(
            "scenario",
            "A crisis in one file.",
            must("format", words("casus/1"), "The version of the language.", "casus/1"),
            must("title", TEXT, "What it is about, in one line.", "Nagorno-Karabakh, October 2020"),
            may("question", TEXT, "What the analyst wants to know.", "How may the autumn go on?"),
            may("note", TEXT, "Anything else; not read by the engine.", "\"Written from open sources.\""),
            must("as_of", new Kind.Date(), "The day it speaks from: a source dated later is refused.", "2020-10-12"),
            must("clock", new Kind.Of("clock"), "The unit of time and the horizon.", "{unit: week, horizon: 26}"),
            may(
                    "choice",
                    words("intentions", "mistakes", "tastes"),
                    "How actors read their own future choices; `intentions`, if left out.",
                    "intentions"),
            may(
                    "defaults",
                    new Kind.Of("defaults"),
                    "What holds for every actor that does not say otherwise.",
                    "{acts: every week}"),
            may(
                    "sources",
                    map(Keys.NAMES, either(TEXT, new Kind.Of("source"))),
                    "Where judgements come from.",
                    "{article: {title: \"Europe's Edge\", date: 2020-10-10}}"),
            may("places", map(Keys.NAMES, new Kind.Of("place")), "Places.", "{armenia: {}}"),
            must(
                    "board",
                    map(Keys.NAMES, new Kind.Of("row")),
                    "What can change: rows, each on one of its levels.",
                    "{war: {levels: [truce, offensive], start: truce}}"),
            must("actors", map(Keys.NAMES, new Kind.Of("actor")), "Who acts.", "{usa: {acts: every 2 weeks}}"),
            may(
                    "commitments",
                    map(Keys.NAMES, new Kind.Of("commitment")),
                    "Promises with territory.",
                    "{csto: {binds: russia, to: defend armenia, covers: [armenia], kept by: moscow is fighting,"
                            + " breaking costs: 4}}"),
            may(
                    "agreements",
                    map(Keys.NAMES, new Kind.Of("agreement")),
                    "What can be negotiated.",
                    "{truce: {between: [azerbaijan, armenia], brokers: {russia: 80%}, then: war to truce}}"),
            may(
                    "moves",
                    map(Keys.MOVES, new Kind.Of("move")),
                    "What actors may do besides waiting.",
                    "{turkey/step-up: {then: ankara up 1}}"),
            may(
                    "chance",
                    map(Keys.NAMES, new Kind.Of("event")),
                    "What happens by itself.",
                    "{breakthrough: {odds: 5% each week, then: line up 1}}"),
            must(
                    "outcomes",
                    map(Keys.NAMES, either(new Kind.Ending(), new Kind.Of("outcome"))),
                    "How it may end, in order; the last is `otherwise`.",
                    "{peace: war is truce, war-goes-on: otherwise}"),
            may(
                    "policies",
                    map(Keys.NAMES, new Kind.Of("policy")),
                    "Edits to compare.",
                    "{no-brokers: {forbid: [truce]}}"),
            may(
                    "scores",
                    map(Keys.NAMES, either(new Kind.Measured(), new Kind.Of("score"))),
                    "Quantities reported beside the outcomes.",
                    "{quiet: weeks with war is truce}"),
            may(
                    "claims",
                    map(Keys.NAMES, new Kind.Of("claim")),
                    "Statements of sources, as tests.",
                    "{grey-zone: {says: Its text leaves room., test: odds of peace above 20%}}"),
            may(
                    "together",
                    new Kind.ListOf(new Kind.ListOf(new Kind.Path())),
                    "Groups of judgements whose ranges move as one.",
                    "[[usa acts, russia acts]]"),
            may(
                    "alike",
                    new Kind.ListOf(either(new Kind.Ref(To.ACTOR), new Kind.ListOf(new Kind.Ref(To.ACTOR)))),
                    "Actors that differ in nothing but their names: one group, or a list of groups.",
                    "[france, germany, italy]"));

    private VocabularyFile() {}
}
