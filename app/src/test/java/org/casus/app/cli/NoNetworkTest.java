package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casus.app.Main;
import org.casus.scenario.Scenario;
import org.junit.jupiter.api.Test;

/// Works offline because it cannot do otherwise: no class of Casus names one that opens a connection. The browser app
/// is served with Helidon, which listens on loopback (GateTest); none of its clients is named.
class NoNetworkTest {

    @Test
    void noClassKnowsOfConnections() throws IOException, URISyntaxException {
        var found = new TreeSet<String>();
        for (Class<?> one : List.of(Main.class, Scenario.class)) {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                look(place, found);
            } else {
                try (var jar = FileSystems.newFileSystem(place)) {
                    look(jar.getPath("/"), found);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path root, Set<String> found) throws IOException {
        for (Path file : classes(root)) {
            for (var entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
                if (entry instanceof ClassEntry named && connects(named.asInternalName())) {
                    found.add(root.relativize(file) + " knows " + named.asInternalName());
                }
            }
        }
    }

    private static List<Path> classes(Path root) throws IOException {
        var classes = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(classes::add);
        }
        assertThat(classes).as("classes below " + root).isNotEmpty();
        return classes;
    }

    /// Of `java.net` only addresses may be named, for a path of a file is one; of channels only those of files,
    /// which can be locked.
    private static boolean connects(String name) {
        boolean address = name.equals("java/net/URI")
                || name.equals("java/net/URL")
                || name.equals("java/net/URLEncoder")
                || name.equals("java/net/URISyntaxException");
        boolean client = name.startsWith("io/helidon/") && name.contains("client");
        boolean file = name.equals("java/nio/channels/FileChannel") || name.equals("java/nio/channels/FileLock");
        return (name.startsWith("java/net/") && !address)
                || (name.startsWith("java/nio/channels/") && !file)
                || client
                || name.startsWith("javax/net/")
                || name.startsWith("java/rmi/");
    }
}
