package org.casus.app.edit;

import java.util.List;

/// A file that was not saved: it is as it was.
public final class SaveException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Reason {
        /// Somebody else has changed the file since it was read.
        CHANGED,
        /// The file or its folder may not be written, or there is no room.
        UNWRITABLE,
        /// The text is longer than a scenario may be.
        TOO_LARGE
    }

    private final Reason reason;
    private final transient List<String> advice;

    SaveException(Reason reason, String message, String... advice) {
        super(message);
        this.reason = reason;
        this.advice = List.of(advice);
    }

    public Reason reason() {
        return reason;
    }

    /// What to do about it.
    public List<String> advice() {
        return advice;
    }
}
