package org.casus.scenario;

import java.time.LocalDate;
import java.util.Optional;

/// Where judgements come from. `date` is never later than the scenario's `as_of`.
public record Source(
        String id, String title, Optional<LocalDate> date, String kind, Optional<String> url, Position position) {}
