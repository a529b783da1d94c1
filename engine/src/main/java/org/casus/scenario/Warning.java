package org.casus.scenario;

/// Something legal that is seldom meant.
///
/// @param position where it stands
/// @param id which rule found it, e.g. `running-cost`
/// @param text what it is and what to do about it
public record Warning(Position position, String id, String text) {

    /// `file:line:column: text [id]`
    @Override
    public String toString() {
        return position + ": " + text + " [" + id + "]";
    }
}
