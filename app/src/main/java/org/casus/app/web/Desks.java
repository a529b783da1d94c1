package org.casus.app.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.app.live.Desk;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// The desks of the scenarios that are looked at, the last few of them. A file that has changed on disk gets a new
/// one.
final class Desks {

    private static final int MOST = 2;

    private final Library library;
    private final Settings settings;

    /// A file as it was when it was read last.
    private record Stamp(Path path, FileTime changed, long size) {}

    private record Placed(Stamp stamp, Desk desk) {}

    private final Map<String, Placed> desks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
            return size() > MOST;
        }
    };

    Desks(Library library, Settings settings) {
        this.library = library;
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /// The desk of the scenario called `id`, as its file is now.
    ///
    /// @throws Refusal if there is none
    /// @throws IOException if its file cannot be read
    /// @throws ScenarioException if something in it is wrong
    synchronized Desk desk(String id) throws IOException, ScenarioException {
        Path path = library.find(id).file();
        var stamp = new Stamp(path, Files.getLastModifiedTime(path), Files.size(path));
        Placed known = desks.get(id);
        if (known != null && known.stamp.equals(stamp)) {
            return known.desk;
        }
        ScenarioFile file = ScenarioFile.load(path);
        Desk desk =
                known != null && known.desk.file().text().equals(file.text()) ? known.desk : new Desk(file, settings);
        desks.put(id, new Placed(stamp, desk));
        return desk;
    }
}
