package org.casus.story;

/// How far two games meet the same luck: the share of their first runs that stand in another outcome at the
/// horizon, with common dice and with dice that have nothing to do with each other.
///
/// @param dots runs that were looked at
/// @param changed share of them that change their letter
/// @param fresh what that share would be with fresh dice: 1 − Σ f g, f and g the shares of each letter
public record Coupling(int dots, double changed, double fresh) {

    /// The coupling of two lists of letters, as from [Simulation#outcomes], of games with the same outcomes.
    ///
    /// @throws IllegalArgumentException if one is longer than the other, or both are empty
    public static Coupling of(int[] before, int[] after) {
        int dots = before.length;
        if (dots != after.length || dots == 0) {
            throw new IllegalArgumentException(dots + " dots before, " + after.length + " after");
        }
        int letters = 0;
        int changed = 0;
        for (int k = 0; k < dots; k++) {
            letters = Math.max(letters, 1 + Math.max(before[k], after[k]));
            changed += before[k] == after[k] ? 0 : 1;
        }
        var f = new double[letters];
        var g = new double[letters];
        for (int k = 0; k < dots; k++) {
            f[before[k]] += 1.0 / dots;
            g[after[k]] += 1.0 / dots;
        }
        double same = 0;
        for (int letter = 0; letter < letters; letter++) {
            same += f[letter] * g[letter];
        }
        return new Coupling(dots, (double) changed / dots, 1 - same);
    }
}
