package org.casus.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.app.report.Brief;
import picocli.CommandLine.Option;

/// Where a brief goes: its text, and beside that tables, pictures and citations. What is there already is left
/// alone unless it may be replaced, and that is known before any work is done.
final class ReportFiles {

    /// What a brief is written as.
    enum Format {
        HTML,
        MD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String STDOUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write: .html or .md; - for standard output (default).")
    private String output = STDOUT;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "html or md, whatever the ending (default: by the ending, else html).")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = "--csv",
            paramLabel = "FOLDER",
            description = "Write every table as CSV to this folder as well, with unrounded numbers.")
    private Optional<String> csv = Optional.empty();

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description = "Write the pictures as SVG to this folder as well; Markdown then shows them.")
    private Optional<String> pictures = Optional.empty();

    @Option(
            names = "--bib",
            paramLabel = "FILE",
            description = "Write the sources, Casus and this run as BibTeX as well.")
    private Optional<String> bib = Optional.empty();

    @Option(names = "--csl", paramLabel = "FILE", description = "The same as CSL-JSON, for Zotero and Pandoc.")
    private Optional<String> csl = Optional.empty();

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    /// Refuses names that cannot be, places that are taken, and places where nothing can be written.
    ///
    /// @param run a folder that will be there when the brief is written
    /// @throws Failure with what to do about it
    void refuse(Optional<Path> run) {
        format();
        List<Path> files = new ArrayList<>();
        file().ifPresent(files::add);
        bib.map(ReportFiles::path).ifPresent(files::add);
        csl.map(ReportFiles::path).ifPresent(files::add);
        List<Path> folders = Stream.of(csv, pictures)
                .flatMap(Optional::stream)
                .map(ReportFiles::path)
                .toList();
        twice(files, folders);
        List<Path> made = Stream.concat(folders.stream(), run.stream())
                .map(ReportFiles::real)
                .toList();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new Failure(Exit.USAGE, file + " is a folder; nothing was written.", "Name a file in it.");
            }
            if (Files.exists(file) && !force) {
                throw new Failure(
                        Exit.USAGE,
                        "The file " + file + " is there already; nothing was written.",
                        "--force replaces it.");
            }
            parent(file, made);
        }
        folders.forEach(this::refuse);
    }

    /// @param made folders that will be there by then
    private static void parent(Path file, List<Path> made) {
        Path parent = place(file).getParent();
        if (parent == null) {
            return;
        }
        if (Files.isDirectory(parent)) {
            writable(parent);
        } else if (made.stream().noneMatch(folder -> folder.startsWith(parent))) {
            throw new Failure(
                    Exit.USAGE,
                    "There is no folder " + parent + " to write " + file.getFileName() + " to; nothing was written.",
                    "Make it first, or choose another place.");
        }
    }

    private static void twice(List<Path> files, List<Path> folders) {
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            Path place = place(file);
            boolean within = folders.stream().anyMatch(folder -> real(folder).startsWith(place));
            if (within || !seen.add(place)) {
                throw new Failure(
                        Exit.USAGE,
                        file + " is named for two things; nothing was written.",
                        "Give each of -o, --bib, --csl, --csv and --pictures a name of its own.");
            }
        }
    }

    /// Where a file is written: one that is a link is replaced, not followed.
    private static Path place(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return parent == null ? whole : real(parent).resolve(whole.getFileName());
    }

    /// The whole path, through links as far as there is something.
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path there = there(whole);
        try {
            return there.toRealPath().resolve(there.relativize(whole));
        } catch (IOException e) {
            return whole;
        }
    }

    /// The longest beginning of `whole` that is there.
    private static Path there(Path whole) {
        Path there = whole;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static void writable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw new Failure(
                    Exit.USAGE,
                    "The folder " + folder + " cannot be written to; nothing was written.",
                    "Choose another place.");
        }
    }

    private void refuse(Path folder) {
        Path there = there(folder.toAbsolutePath().normalize());
        if (!Files.isDirectory(there)) {
            throw new Failure(
                    Exit.USAGE,
                    there + " is there already, and is no folder; nothing was written.",
                    "Choose another name.");
        }
        writable(there);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (!force && inside.findAny().isPresent()) {
                throw new Failure(
                        Exit.USAGE,
                        "The folder " + folder + " is there already; nothing was written.",
                        "--force replaces files of the same name in it, and leaves others alone.");
            }
        } catch (IOException e) {
            throw Failure.io("The folder " + folder + " could not be read", e);
        }
    }

    /// Writes everything that was asked for.
    ///
    /// @return what was written where, a line each; nothing for standard output
    List<String> write(Brief brief, Talk talk) {
        List<String> said = new ArrayList<>();
        pictures.ifPresent(folder -> said.add(folder(folder, brief.pictures(), "pictures")));
        csv.ifPresent(folder -> said.add(folder(folder, brief.tables(), "tables")));
        bib.ifPresent(name -> said.add(one(name, brief.bibTex(), "citations")));
        csl.ifPresent(name -> said.add(one(name, brief.csl(), "citations")));
        String text = switch (format()) {
            case HTML -> brief.html();
            case MD -> brief.markdown(pictures.map(this::fromText).orElse(""));
        };
        file().ifPresentOrElse(file -> said.add(one(file.toString(), text, "the brief")), () -> talk.print(text));
        return said;
    }

    /// The folder of pictures, as the text beside it names it.
    private String fromText(String folder) {
        Path there = path(folder).toAbsolutePath().normalize();
        Path here = file().map(file ->
                        file.toAbsolutePath().normalize().resolveSibling(".").normalize())
                .orElse(Path.of("").toAbsolutePath());
        try {
            return here.relativize(there).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // Another drive: the whole path is the only one.
            return there.toString().replace('\\', '/');
        }
    }

    private Format format() {
        if (format.isPresent()) {
            return format.get();
        }
        String name = output.toLowerCase(Locale.ROOT);
        if (output.equals(STDOUT) || name.endsWith(".html") || name.endsWith(".htm")) {
            return Format.HTML;
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Format.MD;
        }
        throw new Failure(
                Exit.USAGE,
                "The ending of " + output + " does not say what to write.",
                "Name it .html or .md, or say --format.",
                "For Word, write .md and go on with Pandoc: docs/how-to/write-a-brief.md.");
    }

    private Optional<Path> file() {
        return output.equals(STDOUT) ? Optional.empty() : Optional.of(path(output));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Failure(Exit.USAGE, "“" + name + "” cannot be the name of a file.");
        }
    }

    private static String folder(String name, Map<String, String> files, String what) {
        Path folder = path(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.io("The folder " + folder + " could not be made", e);
        }
        files.forEach((file, text) -> write(folder.resolve(file), text));
        return "Wrote " + files.size() + " " + what + " to " + folder + ".";
    }

    private static String one(String name, String text, String what) {
        write(path(name), text);
        return "Wrote " + what + " to " + name + ".";
    }

    /// The file appears whole or not at all: written beside its place, then moved.
    private static void write(Path file, String text) {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(beside);
            throw Failure.io("The file " + file + " could not be written", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A hidden file is left beside; what matters was said already.
            return;
        }
    }
}
