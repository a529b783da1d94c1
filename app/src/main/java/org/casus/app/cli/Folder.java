package org.casus.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.app.json.RunJson;

/// A folder that appears with everything in it or not at all: written beside its place under
/// another name, then moved.
final class Folder {

    /// Writes the files of the folder.
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /// The file in which an export says what made it.
    static final String MANIFEST = "run.json";

    /// What the formats write beside it.
    private static final Set<String> EXPORTED = Set.of(
            "about.csv",
            "actors.csv",
            "states.csv",
            "moves.csv",
            "leads.csv",
            "chance.csv",
            "model.tra",
            "model.sta",
            "model.lab",
            "model.srew");

    private static final int LARGEST_MANIFEST = 100_000;

    private Folder() {}

    /// Makes `target` with what `filler` writes.
    ///
    /// @param force whether an earlier export that is there may be replaced; without it only an
    ///     empty folder is
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
            Path temporary = beside(place);
            var cleaner = new Thread(() -> delete(temporary), "remove-unfinished-folder");
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                filler.fill(temporary);
                replace(temporary, place);
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
            var files = entries.toList();
            if (files.isEmpty() || (force && isExport(place, files))) {
                return;
            }
            throw new Failure(
                    Exit.USAGE,
                    "The folder " + target + " is there already; nothing was written.",
                    force ? List.of("--force replaces what an export wrote, and this is something else.") : List.of());
        } catch (IOException e) {
            throw Failure.io("The folder " + target + " could not be read", e);
        }
    }

    /// Whether what lies there is what an export writes and nothing else, its account of itself
    /// included. A folder behind a link is somebody's choice of a place, and none.
    private static boolean isExport(Path folder, List<Path> files) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        return !Files.isSymbolicLink(folder)
                && files.stream().allMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                && files.stream().map(file -> file.getFileName().toString()).allMatch(Folder::isExported)
                && Files.isRegularFile(manifest)
                && Files.size(manifest) < LARGEST_MANIFEST
                && RunJson.isOne(new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8));
    }

    private static boolean isExported(String name) {
        return name.equals(MANIFEST) || EXPORTED.contains(name);
    }

    /// A new folder beside `place`, as open as folders are here.
    private static Path beside(Path place) throws IOException {
        String name = ".casus-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        return Files.createDirectory(place.resolveSibling(name));
    }

    private static void replace(Path from, Path to) throws IOException {
        if (!Files.isDirectory(to)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path aside = beside(to);
        Path old = aside.resolve("old");
        Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.move(old, to, StandardCopyOption.ATOMIC_MOVE);
            delete(aside);
            throw e;
        }
        delete(aside);
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
