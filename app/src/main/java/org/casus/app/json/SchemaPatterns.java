package org.casus.app.json;

import org.casus.scenario.Vocabulary;

/// Regular expressions (ECMA-262) for the small languages inside a scenario. They know their words and
/// their
/// order, and no names: what they refuse is wrong in every file, and what they let pass may still be.
final class SchemaPatterns {

    /// A word that stands where a name must, and cannot be one.
    private static final String NO_WORD = "(?!(is|not|and|or|at|above|below|to|up|down)(?![a-z0-9-]))";

    private static final String NAME = NO_WORD + "(" + Vocabulary.namePattern() + ")";
    private static final String LEVEL = NO_WORD + "(" + Vocabulary.levelPattern() + ")";

    private static final String RELATION = "(is\\s+(not\\s+)?" + LEVEL + "(\\s+or\\s+" + LEVEL
            + ")*|(at\\s+least|at\\s+most|above|below)\\s+" + LEVEL + ")";
    private static final String ATOM = "(not[\\s(]+)*(always|" + NAME + "\\s+" + RELATION + ")";
    private static final String JOINED = "[\\s(]*" + ATOM + "([\\s)]+(and|or)[\\s(]+" + ATOM + ")*[\\s)]*";
    private static final String EFFECT = NAME + "\\s+(to\\s+" + LEVEL + "|(up|down)\\s+[1-9][0-9]?)";

    static final String CONDITION = "^" + JOINED + "$";
    static final String ENDING = "^(\\s*otherwise\\s*|" + JOINED + ")$";
    static final String ROW_OR_CONDITION = "^(" + NAME + "|" + JOINED + ")$";
    static final String EFFECTS = "^\\s*(nothing|" + EFFECT + "(\\s+and\\s+" + EFFECT + ")*)\\s*$";
    static final String SPAN = "^\\s*[0-9.]+(\\s+(day|week|month|year)s?)?\\s*$";
    static final String DATE = "^\\s*[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\\s*$";
    static final String ATTACK = "^\\s*" + LEVEL + "\\s+by\\s+" + NAME + "(\\s+or\\s+" + NAME + ")*\\s*$";
    static final String PROMISE = "^\\s*defend\\s+" + NAME + "\\s*$";
    static final String MEASURED = "^\\s*(odds\\s|(days|weeks|months|years)\\s+with\\s|" + NAME + "/" + NAME + "\\s)";
    static final String TEST = "^\\s*((under|without)\\s+[\\s\\S]*)?(odds\\s|(days|weeks|months|years)\\s+with\\s|"
            + NAME + "/" + NAME + "\\s)[\\s\\S]*(above|below|at\\s+least|at\\s+most|rises?|falls?|more|less)";

    /// More than ten points, at either end of a range.
    static final String TOO_MANY_POINTS = "^\\s*([0-9.]+\\s+to\\s+)?(10\\.0*[1-9]|1[1-9]|[2-9][0-9]|[0-9]{3,})";
    /// More than a hundred per cent, at either end of a range.
    static final String TOO_MANY_PERCENT =
            "^\\s*([0-9.]+%\\s+to\\s+)?(100\\.0*[1-9][0-9]*|10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[0-9]{4,})[0-9.]*%";

    private SchemaPatterns() {}

    /// A pattern that the whole of a text must match.
    static String whole(String pattern) {
        return "^(" + pattern + ")$";
    }
}
