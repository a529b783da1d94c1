package org.casus.app.run;

import java.util.List;
import java.util.Optional;

/// Facts of a run that say nothing of the model: two runs of one question may differ in them alone.
///
/// @param seconds wall time of this start
/// @param run the folder, where there is one
/// @param started when it was first begun
/// @param finished when it was finished; empty while it is not
/// @param resumed when it was gone on with
public record RunFacts(
        double seconds,
        int threads,
        Optional<String> run,
        String started,
        Optional<String> finished,
        List<String> resumed) {

    /// The Java that ran it, as bug reports need it.
    public static String java() {
        return Runtime.version() + ", " + System.getProperty("java.vendor", "vendor unknown");
    }

    /// The system it ran on.
    public static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /// How many processors it had.
    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
