/// The model as a library: scenario, game, equilibrium, chain, story, study, why. Each package makes the next
/// one's input.
module org.casus.engine {
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;
    // Only for Lines, which does without where it is absent.
    requires static jdk.incubator.vector;

    exports org.casus.scenario;
    exports org.casus.game;
    exports org.casus.equilibrium;
    exports org.casus.chain;
    exports org.casus.story;
    exports org.casus.study;
    exports org.casus.why;
}
