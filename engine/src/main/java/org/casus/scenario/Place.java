package org.casus.scenario;

import java.util.List;

/// A place that rows stand at and commitments cover, with the actors that claim it.
public record Place(String id, String title, List<String> claimedBy, Position position) {}
