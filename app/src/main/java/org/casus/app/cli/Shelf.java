package org.casus.app.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.scenario.Nearest;
import org.casus.scenario.ScenarioFile;

/// Where scenarios are found: by path, or by the name of one that ships.
final class Shelf {

    /// What a folder's scenario is called.
    static final String FILE = ScenarioFile.NAME;

    private static final List<String> FOLDERS = List.of("scenarios", "examples", "examples/theory");

    private final Optional<Path> home;

    Shelf(Optional<Path> home) {
        this.home = home;
    }

    /// The shelf of this installation: the folder the launcher names, else the one the program's
    /// jar lies below.
    static Shelf ofProcess() {
        String told = System.getProperty("casus.home", "");
        if (!told.isEmpty()) {
            return new Shelf(Optional.of(Path.of(told)));
        }
        try {
            var source = Shelf.class.getProtectionDomain().getCodeSource();
            if (source != null) {
                Path place = Path.of(source.getLocation().toURI());
                for (Path at = place; at != null; at = at.getParent()) {
                    if (Files.isDirectory(at.resolve("scenarios"))) {
                        return new Shelf(Optional.of(at));
                    }
                }
            }
        } catch (URISyntaxException | InvalidPathException e) {
            return new Shelf(Optional.empty());
        }
        return new Shelf(Optional.empty());
    }

    Optional<Path> home() {
        return home;
    }

    /// Names of all that ships, with their files.
    SortedMap<String, Path> shipped() {
        var shipped = new TreeMap<String, Path>();
        home.ifPresent(root -> FOLDERS.forEach(folder -> list(root.resolve(folder), shipped)));
        return shipped;
    }

    private static void list(Path folder, SortedMap<String, Path> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isRegularFile(entry.resolve(FILE))) {
                    into.putIfAbsent(name, entry.resolve(FILE));
                } else if (name.endsWith(".yaml") && Files.isRegularFile(entry)) {
                    into.putIfAbsent(name.substring(0, name.length() - ".yaml".length()), entry);
                }
            }
        } catch (IOException e) {
            throw Failure.io("The folder " + folder + " could not be read", e);
        }
    }

    /// The file that `asked` means, by its shortest path: a file, a folder with a [#FILE], or the
    /// name of one that ships.
    ///
    /// @throws Failure if there is none: 5 for a path, 2 for a name
    Path find(String asked) {
        return shortest(look(asked));
    }

    private static Path shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
    }

    private Path look(String asked) {
        Path path;
        try {
            path = Path.of(asked);
        } catch (InvalidPathException e) {
            throw new Failure(Exit.USAGE, "“" + asked + "” is neither a path nor the name of a scenario.");
        }
        if (Files.isRegularFile(path.resolve(FILE))) {
            return path.resolve(FILE);
        }
        var shipped = shipped();
        boolean bare = !asked.isEmpty() && path.getNameCount() == 1 && !path.isAbsolute();
        if (bare && !Files.isRegularFile(path) && shipped.containsKey(asked)) {
            return shipped.get(asked);
        }
        if (Files.isDirectory(path) && !asked.isEmpty()) {
            throw new Failure(Exit.IO, "The folder " + asked + " has no " + FILE + ".", yamlIn(path));
        }
        if (Files.exists(path) && !asked.isEmpty()) {
            return path;
        }
        boolean looksLikePath = path.getNameCount() > 1 || path.isAbsolute() || asked.contains(".");
        if (looksLikePath) {
            throw new Failure(Exit.IO, "There is no file " + asked + ".", neighbours(path));
        }
        throw unknown(asked, shipped);
    }

    private static Failure unknown(String asked, SortedMap<String, Path> shipped) {
        var advice = new ArrayList<String>();
        Nearest.of(asked, shipped.keySet()).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add(
                shipped.isEmpty()
                        ? "No scenarios were found beside this program; give the path of a file."
                        : "Shipped: " + String.join(", ", shipped.keySet()) + ".");
        advice.add("To start one of your own: casus init my-crisis");
        return new Failure(Exit.USAGE, "There is no file and no shipped scenario called “" + asked + "”.", advice);
    }

    private static List<String> yamlIn(Path folder) {
        return names(folder)
                .filter(names -> !names.isEmpty())
                .map(names -> List.of("It has " + String.join(", ", names) + ": name one of them."))
                .orElse(List.of());
    }

    private static List<String> neighbours(Path path) {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        Path last = path.getFileName();
        if (last == null) {
            return List.of();
        }
        return names(folder)
                .flatMap(names -> Nearest.of(last.toString(), names))
                .map(near -> List.of("Did you mean " + folderOf(path) + near + "?"))
                .orElseGet(() -> List.of(start(path)));
    }

    /// What to do where there is nothing yet: the folder of that name, or how to make one.
    private static String start(Path path) {
        String plain = path.toString().replaceFirst("\\.ya?ml$", "");
        return Files.isRegularFile(Path.of(plain).resolve(FILE))
                ? "Did you mean " + plain + "?"
                : "To start one of your own: casus init my-crisis";
    }

    private static String folderOf(Path path) {
        return path.getParent() == null ? "" : path.getParent() + "/";
    }

    /// Names of the YAML files and folders in `folder`, if it can be read.
    private static Optional<List<String>> names(Path folder) {
        Path place = folder.toString().isEmpty() ? Path.of(".") : folder;
        try (Stream<Path> entries = Files.list(place)) {
            return Optional.of(entries.map(p -> p.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .limit(20)
                    .toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
