package org.casus.app.live;

/// With how much thought the actors of a view play, and with how much care that is found.
public enum Stage {
    /// Everybody goes on as planned without what is set by hand: no game is solved.
    HELD,
    /// Everybody thinks again to first order: along the tangent from a view that is re-thought. Plans held where that
    /// does not reach.
    ABOUT,
    /// Everybody thinks again: the equilibrium that is reached from the one without what is set.
    RETHOUGHT,
    /// The long-horizon limit, from nothing and with all care.
    CONFIRMED
}
