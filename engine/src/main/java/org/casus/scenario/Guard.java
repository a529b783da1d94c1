package org.casus.scenario;

/// A condition in the file's own words and resolved.
public record Guard(String text, Condition test) {

    public static final Guard ALWAYS = new Guard("always", Condition.always());
}
