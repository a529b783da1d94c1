package org.casus.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.scenario.ScenarioFile;

/// The scenarios that can be opened: what was named at the start, what lies in the folder where Casus was started,
/// what ships. No other file is ever read: a request names a scenario, never a path.
final class Library {

    private static final int MOST = 200;
    private static final String ENDING = ".yaml";
    /// How every scenario begins, and no other YAML file.
    private static final String MARK = "format: casus/";

    private final Path folder;
    private final SortedMap<String, Path> shipped;
    private final Optional<Path> opened;

    /// A scenario that can be opened.
    ///
    /// @param shipped whether it came with Casus and is not to be written
    record Entry(String id, Path file, boolean shipped) {}

    /// @param folder where Casus was started
    /// @param shipped by name
    /// @param opened what was named at the start
    Library(Path folder, SortedMap<String, Path> shipped, Optional<Path> opened) {
        this.folder = folder;
        this.shipped = new TreeMap<>(shipped);
        this.opened = opened;
    }

    Path folder() {
        return folder;
    }

    /// The folder as people know it.
    String shown() {
        return folder.toAbsolutePath().normalize().toString();
    }

    /// The id of what was named at the start.
    Optional<String> opened() {
        return opened.map(Library::id);
    }

    /// All there is, what was named first.
    List<Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        opened.ifPresent(file -> put(entries, file, ships(file)));
        own().forEach(file -> put(entries, file, ships(file)));
        shipped.values().forEach(file -> put(entries, file, true));
        return List.copyOf(entries.values());
    }

    private boolean ships(Path file) {
        return shipped.values().stream().anyMatch(each -> same(each).equals(same(file)));
    }

    private static Path same(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static void put(Map<String, Entry> entries, Path file, boolean shipped) {
        entries.putIfAbsent(id(file), new Entry(id(file), file, shipped));
    }

    /// The scenario called `id`.
    ///
    /// @throws Refusal if there is none
    Entry find(String id) {
        return entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no scenario of this name.", "The Library lists all."));
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        Path parent = file.toAbsolutePath().getParent();
        if (name.equals(ScenarioFile.NAME) && parent != null && parent.getFileName() != null) {
            return parent.getFileName().toString();
        }
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private List<Path> own() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> Files.isDirectory(file) ? file.resolve(ScenarioFile.NAME) : file)
                    .filter(Library::isScenario)
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static boolean isScenario(Path file) {
        if (!file.toString().endsWith(ENDING) || !Files.isRegularFile(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(20).anyMatch(line -> line.startsWith(MARK));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
