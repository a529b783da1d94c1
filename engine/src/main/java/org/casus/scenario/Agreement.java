package org.casus.scenario;

import java.util.List;

/// An agreement: a row to negotiate on, brokers that try to bring an offer, parties that sign, and a
/// lapse. Its row,
/// moves and lapse are already expanded elsewhere in the [Scenario]; this record keeps what the file said.
///
/// @param parties indices of the actors that must sign
/// @param brokers indices of the actors that may bring an offer
/// @param table index of its row, shared where two agreements name the same table
/// @param levels the levels of that row that belong to this agreement (offered, signed by some), as bits
public record Agreement(
        String id,
        String title,
        List<Integer> parties,
        List<Integer> brokers,
        int table,
        long levels,
        boolean dormant,
        Position position) {}
