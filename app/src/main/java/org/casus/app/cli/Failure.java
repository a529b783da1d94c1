package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/// Something went wrong that people can put right: one sentence, then advice, then an exit code.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<String> advice;

    public Failure(Exit exit, String message, List<String> advice) {
        super(message);
        this.exit = exit;
        this.advice = List.copyOf(advice);
    }

    public Failure(Exit exit, String message, String... advice) {
        this(exit, message, List.of(advice));
    }

    /// That `what` could not be done, and why, in words rather than in names of classes.
    public static Failure io(String what, IOException cause) {
        var failure = new Failure(Exit.IO, what + ": " + reason(cause) + ".");
        failure.initCause(cause);
        return failure;
    }

    public Exit exit() {
        return exit;
    }

    /// What to do about it, a line each.
    public List<String> advice() {
        return advice;
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException e -> "there is no such file";
            case AccessDeniedException e -> "permission is denied";
            case FileAlreadyExistsException e -> "it is there already";
            default -> cause.getMessage() == null ? "nobody knows why" : lastPart(cause.getMessage());
        };
    }

    /// `path: reason` from the operating system, without the path that the sentence names already.
    private static String lastPart(String message) {
        int colon = message.lastIndexOf(": ");
        String reason = colon < 0 ? message : message.substring(colon + 2);
        return reason.isEmpty() ? message : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
