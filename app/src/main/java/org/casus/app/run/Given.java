package org.casus.app.run;

import org.casus.scenario.Policy;
import org.casus.scenario.Position;

/// Values that somebody gives beside the file: on the command line, in an address.
public final class Given {

    private Given() {}

    /// What `path=value` sets.
    ///
    /// @param label what positions in it are told by
    /// @throws IllegalArgumentException with a sentence for people if it has no path or no `=`
    public static Policy.Setting setting(String text, String label) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("“" + text + "” is no setting: write path=value.");
        }
        return new Policy.Setting(
                text.substring(0, equals).strip(),
                text.substring(equals + 1).strip(),
                new Position(label, 1, 1, text.length()));
    }
}
