package org.casus.scenario;

import java.util.List;

/// A player: how fast it can act, how often it drifts, how far it looks ahead, how sharply it chooses,
/// what it wants.
///
/// @param index place in [Scenario#actors]
/// @param acts λ, the fastest it can act, a rate per clock unit
/// @param drifts μ, the rate at which it makes a move worth nothing either way
/// @param looksAhead its discount rate ρ is the value in the game's units (1 / horizon looked ahead)
/// @param sharpness k: each point of advantage makes a move k times as frequent; κ = ln k
public record Actor(
        int index,
        String id,
        String title,
        Judgement acts,
        Judgement drifts,
        Judgement looksAhead,
        Judgement sharpness,
        List<Worth> worths,
        Position position) {}
