package org.casus.app.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// A run folder that cannot be used, or not any more. Nothing in it was changed or lost but what was on its
/// way in.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What sort of trouble it is.
    public enum Kind {
        /// It holds something else: another run, or no run at all.
        FOREIGN,
        /// Another process works on it.
        IN_USE,
        /// It cannot be read as what it should be.
        DAMAGED,
        /// There is no room left.
        FULL,
        /// It may not be written.
        UNWRITABLE
    }

    private static final String READ_ONLY = "the file system is read-only";

    private final Kind kind;
    private final transient List<String> advice;

    StoreException(Kind kind, String message, List<String> advice) {
        super(message);
        this.kind = kind;
        this.advice = List.copyOf(advice);
    }

    StoreException(Kind kind, String message, String... advice) {
        this(kind, message, List.of(advice));
    }

    public Kind kind() {
        return kind;
    }

    /// What to do about it, a line each.
    public List<String> advice() {
        return advice;
    }

    /// What the database says of the store in `folder`, in words of ours.
    static StoreException of(Path folder, SQLException cause) {
        String said = firstLine(cause.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        StoreException exception;
        if (says(lower, "no space", "disk full", "quota", "file too large", "could not write all bytes")) {
            exception = full(folder);
        } else if (says(lower, "could not set lock", "conflicting lock", "being used by another process")) {
            exception = inUse(folder);
        } else if (says(lower, "read-only file system")) {
            exception = unwritable(folder, READ_ONLY);
        } else if (says(lower, "permission denied", "read-only")) {
            exception = unwritable(folder, "permission is denied");
        } else if (says(lower, "version number", "newer version", "storage version")) {
            exception = new StoreException(
                    Kind.FOREIGN,
                    "The store " + folder.resolve(Database.NAME) + " was made by another version: " + said
                            + ". Nothing was written.",
                    "Go on with the version that began it, or choose another folder with --run.");
        } else {
            exception = damaged(folder, said);
        }
        exception.initCause(cause);
        return exception;
    }

    /// What the file system says of `folder`.
    static StoreException of(Path folder, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        StoreException exception;
        if (says(lower, "no space", "quota", "file too large")) {
            exception = full(folder);
        } else if (says(lower, "read-only file system")) {
            exception = unwritable(folder, READ_ONLY);
        } else {
            exception = unwritable(
                    folder,
                    switch (cause) {
                        case AccessDeniedException e -> "permission is denied";
                        case FileAlreadyExistsException e -> e.getFile() + " is no folder";
                        case NoSuchFileException e -> "there can be no folder";
                        default -> lower.substring(lower.lastIndexOf(": ") + 1).strip();
                    });
        }
        exception.initCause(cause);
        return exception;
    }

    static StoreException inUse(Path folder) {
        return new StoreException(
                Kind.IN_USE,
                "The run in " + folder + " is being worked on by another process.",
                "Wait until that one ends, or choose another folder.");
    }

    static StoreException damaged(Path folder, String how) {
        return new StoreException(
                Kind.DAMAGED,
                "The store " + folder.resolve(Database.NAME) + " is damaged: " + how + ".",
                "Nothing was changed. Put a copy of the folder in its place if there is one;",
                "else move the folder away and start the run again.");
    }

    static StoreException full(Path folder) {
        return new StoreException(
                Kind.FULL,
                "There is no room left for the run in " + folder + ".",
                "What was finished before is kept. Make room and give the same command again: it goes on from there.");
    }

    private static StoreException unwritable(Path folder, String reason) {
        return new StoreException(
                Kind.UNWRITABLE,
                "The run folder " + folder + " cannot be written: " + reason + ".",
                "Choose another folder with --run.");
    }

    private static boolean says(String message, String... signs) {
        for (String sign : signs) {
            if (message.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        line = line.replaceFirst("\\.$", "");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
