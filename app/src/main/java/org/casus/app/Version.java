package org.casus.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of this build, as the build wrote it beside the classes.
public final class Version implements IVersionProvider {

    /// `casus 0.1.0`, and the Java that runs it: the two facts a bug report needs first.
    @Override
    public String[] getVersion() {
        return new String[] {"casus " + current(), "Java " + Runtime.version()};
    }

    /// The bare number, as every output states it.
    public static String current() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                return "unbuilt";
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unbuilt");
    }
}
