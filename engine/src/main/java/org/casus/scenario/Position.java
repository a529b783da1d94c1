package org.casus.scenario;

/// A place in a text: `file:line:column`, both counted from 1, and how many characters it spans (at
/// least 1).
public record Position(String file, int line, int column, int length) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
