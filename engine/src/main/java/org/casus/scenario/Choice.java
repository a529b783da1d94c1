package org.casus.scenario;

/// How actors read their own future choices; which of three equations the values satisfy.
public enum Choice {
    /// Each foresees everyone else's errors and plans to do only what it means to do (the default).
    INTENTIONS,
    /// Each foresees its own slips too: agent quantal response (McKelvey & Palfrey 1998).
    MISTAKES,
    /// Options carry random tastes and are worth having: dynamic discrete choice games (Arcidiacono et
    /// al. 2016).
    TASTES
}
