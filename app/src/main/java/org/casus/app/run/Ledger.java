package org.casus.app.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.casus.study.WorldResult;

/// Where results go as they come, and where those of an earlier start are. One caller at a time.
public interface Ledger {

    /// Everything kept so far, in any order.
    Collection<WorldResult> results();

    /// Keeps `result`; when this returns, it is safe.
    void keep(WorldResult result);

    /// The second opinions kept so far, in any order.
    Collection<Look> looks();

    /// Keeps a second opinion.
    void keep(Look look);

    /// One that forgets everything at the end.
    static Ledger inMemory() {
        return new Ledger() {
            private final List<WorldResult> results = new ArrayList<>();
            private final List<Look> looks = new ArrayList<>();

            @Override
            public Collection<WorldResult> results() {
                return List.copyOf(results);
            }

            @Override
            public void keep(WorldResult result) {
                results.add(result);
            }

            @Override
            public Collection<Look> looks() {
                return List.copyOf(looks);
            }

            @Override
            public void keep(Look look) {
                looks.add(look);
            }
        };
    }
}
