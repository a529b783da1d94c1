package org.casus.chain;

import java.util.HashSet;
import java.util.Set;

/// Names that PRISM takes: letters, digits and `_`, no digit first, none of its keywords, each given once.
final class PrismNames {

    private static final Set<String> KEYWORDS = Set.of(
            "A",
            "bool",
            "clock",
            "const",
            "ctmc",
            "C",
            "double",
            "dtmc",
            "E",
            "endinit",
            "endinvariant",
            "endmodule",
            "endobservables",
            "endrewards",
            "endsystem",
            "false",
            "formula",
            "filter",
            "func",
            "F",
            "global",
            "G",
            "init",
            "invariant",
            "I",
            "int",
            "label",
            "maxmax",
            "maxmin",
            "max",
            "mdp",
            "minmax",
            "minmin",
            "min",
            "module",
            "X",
            "nondeterministic",
            "observable",
            "observables",
            "Pmaxmax",
            "Pmaxmin",
            "Pmax",
            "Pminmax",
            "Pminmin",
            "Pmin",
            "P",
            "pomdp",
            "popta",
            "probabilistic",
            "prob",
            "pta",
            "rate",
            "rewards",
            "Rmaxmax",
            "Rmaxmin",
            "Rmax",
            "Rminmax",
            "Rminmin",
            "Rmin",
            "R",
            "S",
            "stochastic",
            "system",
            "true",
            "U",
            "W",
            "deadlock");

    private final Set<String> given = new HashSet<>();

    /// A legal name as like `name` as can be, and no other's.
    String fresh(String name) {
        String legal = name.replaceAll("[^A-Za-z0-9_]", "_");
        if (legal.isEmpty() || Character.isDigit(legal.charAt(0)) || KEYWORDS.contains(legal)) {
            legal = "_" + legal;
        }
        String fresh = legal;
        for (int k = 2; !given.add(fresh); k++) {
            fresh = legal + "_" + k;
        }
        return fresh;
    }
}
