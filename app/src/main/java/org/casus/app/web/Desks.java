package org.casus.app.web;

import java.io.IOException;
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
    private final Map<String, Desk> desks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Desk> eldest) {
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
        ScenarioFile file = ScenarioFile.load(library.find(id).file());
        Desk known = desks.get(id);
        if (known == null || !known.file().text().equals(file.text())) {
            known = new Desk(file, settings);
            desks.put(id, known);
        }
        return known;
    }
}
