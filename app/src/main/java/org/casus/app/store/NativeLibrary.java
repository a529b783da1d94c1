package org.casus.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Takes care of the copy of its library that the database driver unpacks for each process, some 70 MB among
/// the temporary files: a process that is killed would leave it there for good.
final class NativeLibrary {

    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final String NAME = "libduckdb_java";

    private NativeLibrary() {}

    /// Removes the name of the copy that this process has loaded, which goes on being used without it. Does
    /// nothing where the system does not tell which one that is; the driver then removes it at the end.
    static void unlink() {
        if (!Files.isReadable(MAPS)) {
            return;
        }
        try (Stream<String> lines = Files.lines(MAPS, StandardCharsets.ISO_8859_1)) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
            for (String line : lines.filter(line -> line.contains(NAME) && !line.endsWith("(deleted)"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .toList()) {
                Path copy = Path.of(line);
                if (copy.startsWith(temporary)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException e) {
            // The driver still removes it at the end of a process that is not killed.
            return;
        }
    }
}
