package org.casus.app.edit;

/// An answer that means nothing here, in a sentence for the person who gave it.
final class Misunderstood extends Exception {

    private static final long serialVersionUID = 1L;

    Misunderstood(String message) {
        super(message);
    }

    /// What is wrong, and what would be right.
    String said() {
        return String.valueOf(getMessage());
    }
}
