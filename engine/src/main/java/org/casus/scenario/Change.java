package org.casus.scenario;

import java.util.Locale;
import java.util.Optional;

/// One difference in meaning between two scenario files.
///
/// @param about what sort of thing it is in, by the section of the file
/// @param owner the name of that thing as the first file calls it, e.g. `turkey`; empty for what has no name,
///     such as the clock
/// @param path the file's own words that lead to what differs, e.g. `turkey wants line districts`
/// @param judgement whether what differs is a number with its range and source
/// @param touch what it can make a difference to, by the language alone
/// @param before as the first file has it; empty where it is not there
/// @param after as the second file has it; empty where it is not there any more
public record Change(
        About about,
        String owner,
        String path,
        Kind kind,
        boolean judgement,
        Touch touch,
        Optional<Side> before,
        Optional<Side> after) {

    /// The same, able to make a difference to something else.
    Change touching(Touch other) {
        return new Change(about, owner, path, kind, judgement, other, before, after);
    }

    /// How one of the files says it.
    ///
    /// @param words on one line, in the words of the language
    public record Side(String words, Position position) {}

    /// What happened to it.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        RENAMED,
        /// Its entries stand in another order, and order means something there.
        REORDERED;

        /// As documents spell it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Sorts of things, by the sections of a file.
    public enum About {
        SCENARIO(""),
        CLOCK("clock"),
        CHOICE("choice"),
        DEFAULTS("defaults"),
        SOURCE("sources"),
        PLACE("places"),
        ROW("board"),
        ACTOR("actors"),
        COMMITMENT("commitments"),
        AGREEMENT("agreements"),
        MOVE("moves"),
        CHANCE("chance"),
        OUTCOME("outcomes"),
        POLICY("policies"),
        SCORE("scores"),
        CLAIM("claims"),
        TOGETHER("together");

        final String section;

        About(String section) {
            this.section = section;
        }

        static About of(String section) {
            for (About about : values()) {
                if (about.section.equals(section)) {
                    return about;
                }
            }
            return SCENARIO;
        }

        /// As documents spell it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a change can make a difference to. Only [#GAME] can move the odds of the scenario as it is, every
    /// judgement at its middle.
    public enum Touch {
        /// The game itself; whether it does must be worked out.
        GAME,
        /// The worlds that judgements are drawn from, and not their middle.
        WORLDS,
        /// Where a number comes from, and so what counts as a guess.
        SOURCES,
        /// What people read.
        WORDS,
        /// What things are called.
        NAMES,
        /// Runs under a policy.
        POLICIES,
        /// What is reported beside the odds.
        SCORES,
        /// What is tested.
        CLAIMS;

        /// As documents spell it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
