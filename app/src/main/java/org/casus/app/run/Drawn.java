package org.casus.app.run;

import java.util.IdentityHashMap;
import java.util.function.IntFunction;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.study.Draws;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.Variant;
import org.casus.study.Worlds;

/// The worlds of a study: drawn once for the scenario as it is, met by every variant.
///
/// World k ≥ 0 is point k of a scrambled Sobol sequence named by the seed. The middle world, in which every
/// judgement has its middle value, is none of them: it has the index [Ensemble#CENTRAL] and counts in no share.
public final class Drawn implements Worlds {

    private final Draws asIs;
    private final IdentityHashMap<Scenario, Draws> variants = new IdentityHashMap<>();
    private final Worlds others;

    private Drawn(Draws asIs, Worlds others) {
        this.asIs = asIs;
        this.others = others;
    }

    /// The worlds of `study` under `seed`.
    public static Drawn of(Study study, long seed) {
        return of(study, seed, scenario -> index -> {
            throw new IndexOutOfBoundsException("world " + index);
        });
    }

    /// The same with further worlds, below [Ensemble#CENTRAL], which are not drawn.
    ///
    /// @param others what they are
    static Drawn of(Study study, long seed, Worlds others) {
        var drawn = new Drawn(Draws.of(study.scenario(), seed), others);
        for (Variant variant : study.variants()) {
            drawn.variants.put(variant.scenario(), drawn.asIs.under(variant.scenario()));
        }
        return drawn;
    }

    @Override
    public IntFunction<World> of(Scenario scenario) {
        Draws draws = under(scenario);
        return index -> index < Ensemble.CENTRAL ? others.of(scenario).apply(index) : draws.world(index);
    }

    /// The draws of a variant's scenario.
    Draws under(Scenario scenario) {
        Draws known = variants.get(scenario);
        return known == null ? asIs.under(scenario) : known;
    }

    /// A world of the scenario as it is, by its index.
    public World world(int index) {
        return index == Ensemble.CENTRAL ? World.middle(asIs.scenario()) : asIs.world(index);
    }
}
