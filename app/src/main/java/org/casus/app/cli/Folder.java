package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/// A folder that appears with everything in it or not at all: written beside its place under another name,
/// then moved.
final class Folder {

    /// Writes the files of the folder.
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    private Folder() {}

    /// Makes `target` with what `filler` writes.
    ///
    /// @param force whether a folder that is there may be replaced; without it only an empty one is
    /// @throws Failure if it is there already (2) or cannot be written (5)
    static void write(Path target, boolean force, Filler filler) {
        refuse(target, force);
        Path place = target.toAbsolutePath().normalize();
        try {
            Path parent = place.getParent();
            if (parent == null) {
                throw new Failure(Exit.USAGE, target + " is no folder that could be made.");
            }
            Files.createDirectories(parent);
            Path temporary = Files.createTempDirectory(parent, ".casus-");
            var cleaner = new Thread(() -> delete(temporary), "remove-unfinished-folder");
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                filler.fill(temporary);
                open(temporary, parent);
                replace(temporary, place, force);
            } finally {
                delete(temporary);
                Casus.forget(cleaner);
            }
        } catch (IOException e) {
            throw Failure.io("The folder " + target + " could not be written", e);
        }
    }

    /// Refuses a place that [#write] would refuse, before any work is done for it.
    ///
    /// @throws Failure if it is there already
    static void refuse(Path target, boolean force) {
        Path place = target.toAbsolutePath().normalize();
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new Failure(Exit.USAGE, target + " is there already, and is no folder.", "Choose another name.");
        }
        try (Stream<Path> entries = Files.list(place)) {
            if (!force && entries.findAny().isPresent()) {
                throw new Failure(Exit.USAGE, "The folder " + target + " is there already; nothing was written.");
            }
        } catch (IOException e) {
            throw Failure.io("The folder " + target + " could not be read", e);
        }
    }

    /// Temporary folders are their owner's alone; the finished one is as open as the folder it lies in.
    private static void open(Path temporary, Path parent) throws IOException {
        try {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(parent));
        } catch (UnsupportedOperationException e) {
            return;
        }
    }

    private static void replace(Path from, Path to, boolean force) throws IOException {
        if (!Files.isDirectory(to)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (force) {
            Path old = Files.createTempDirectory(to.getParent(), ".casus-");
            Files.move(to, old.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } else {
            Files.delete(to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
                        throws IOException {
                    try {
                        Files.delete(dir);
                    } catch (DirectoryNotEmptyException left) {
                        // A file was added while we deleted: the folder stays, and so does what is in it.
                        return FileVisitResult.CONTINUE;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What is left is a hidden folder beside the target; the work itself is done or has failed already.
            return;
        }
    }
}
