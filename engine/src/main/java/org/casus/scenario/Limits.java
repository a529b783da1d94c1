package org.casus.scenario;

/// How large a scenario may be: far above what an analyst writes by hand, far below what would
/// hurt the machine.
public final class Limits {

    /// Bytes of a file.
    public static final int BYTES = 1_000_000;
    /// Brackets and indents inside one another.
    static final int NESTING = 16;
    /// Nodes of the file, aliases written out.
    static final int NODES = 50_000;
    static final int ALIASES = 100;
    /// Characters of one text.
    static final int TEXT = 4_000;
    /// Characters of an id.
    static final int ID = 60;
    /// Levels of a row: they are the bits of a `long`.
    public static final int LEVELS = 64;
    static final int ROWS = 100;
    static final int ACTORS = 30;
    public static final int PARTIES = 5;
    /// Outcomes have letters, A to Z.
    static final int OUTCOMES = 26;
    /// Entries of any other mapping or sequence.
    static final int ENTRIES = 500;
    static final int POLICIES = 100;
    /// Effects of one text, branches of one mapping.
    static final int EFFECTS = 20;
    /// Parts of one condition, commitments written out.
    static final int CONDITION = 2_000;
    /// Parentheses inside one another in a condition.
    static final int PARENTHESES = 12;
    /// The most a worth or price can be: 10 is all an actor could gain or lose.
    public static final double POINTS = 10;
    static final int PROBLEMS = 200;
    /// Clock units to the horizon.
    public static final double HORIZON = 10_000;

    private Limits() {}
}
