package org.casus.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.game.Game;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Claim;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Claim.Test;
import org.casus.scenario.Policy;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// What is to be worked out in every world: the scenario as it is, its policies and the settings of its
/// claims, each compiled once, with all that is read off them.
public final class Study {

    /// What is asked of a scenario.
    ///
    /// @param policies ids of those to compare with the scenario as it is; as-is itself may be among them
    /// @param claims whether its claims are tested
    /// @param recursWithin how soon after a signature fighting counts as recurring, clock units; empty if
    ///     agreements are not to be looked at
    public record Wanted(List<String> policies, boolean claims, OptionalDouble recursWithin) {

        /// A test of all claims.
        public static Wanted test() {
            return new Wanted(List.of(), true, OptionalDouble.empty());
        }

        /// A comparison of these policies.
        public static Wanted compare(List<String> policies) {
            return new Wanted(policies, false, OptionalDouble.empty());
        }
    }

    /// One variant with what is read off it.
    ///
    /// @param middle its game in its middle world
    /// @param labels of what `readings` give, in order
    /// @param held how it is played if plans are held; for policies
    /// @param carryOver where to look for its values; for all but the scenario as it is
    record Part(
            Variant variant,
            Game middle,
            List<String> labels,
            Readings readings,
            Optional<Held> held,
            Optional<Deals> deals,
            Optional<CarryOver> carryOver) {}

    private final Scenario scenario;
    private final Wanted wanted;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Study(ScenarioFile file, Wanted wanted) throws ScenarioException, SizeException {
        this.scenario = file.scenario();
        this.wanted = wanted;
        for (Setting setting : settings().values()) {
            Part part = part(Variant.of(file, setting));
            parts.put(part.variant.id(), part);
        }
    }

    /// The study of `file` that is `wanted`. Compiles every variant: some seconds for large boards.
    ///
    /// @throws ScenarioException if there is no such policy, or a variant is no scenario
    /// @throws SizeException if a variant has too many states
    public static Study of(ScenarioFile file, Wanted wanted) throws ScenarioException, SizeException {
        return new Study(file, wanted);
    }

    private Study(Scenario scenario, Structure structure) {
        this.scenario = scenario;
        this.wanted = Wanted.compare(List.of());
        parts.put(Policy.AS_IS, part(new Variant(Policy.AS_IS, scenario.title(), scenario, structure)));
    }

    /// The study of one scenario by itself, under whatever edits it is, for its outcomes and scores. Its
    /// one variant is called `as-is`.
    ///
    /// @param structure that of `scenario`
    public static Study alone(Scenario scenario, Structure structure) {
        return new Study(scenario, structure);
    }

    private Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put(Policy.AS_IS, new Setting.AsIs());
        wanted.policies.forEach(id -> settings.putIfAbsent(id, new Setting.Under(id)));
        if (wanted.claims) {
            scenario.claims().stream()
                    .flatMap(claim -> claim.test().stream())
                    .flatMap(test -> sides(test).stream())
                    .forEach(side -> settings.putIfAbsent(Variant.id(side.setting()), side.setting()));
        }
        return settings;
    }

    private Part part(Variant variant) {
        var space = variant.structure().space();
        Game middle = variant.structure().game(variant.middle());
        List<String> labels = new ArrayList<>();
        List<Ask> asks = new ArrayList<>();
        boolean compared = variant.id().equals(Policy.AS_IS) || wanted.policies.contains(variant.id());
        if (compared) {
            variant.scenario().scores().forEach(score -> {
                labels.add(score(score.id()));
                asks.add(Ask.of(score.quantity()));
            });
        }
        if (wanted.claims) {
            variant.scenario()
                    .claims()
                    .forEach(claim -> claim.test().ifPresent(test -> {
                        for (Side side : sides(test)) {
                            if (Variant.id(side.setting()).equals(variant.id())) {
                                labels.add(side(claim.id(), side.name()));
                                asks.add(side.ask());
                            }
                        }
                    }));
        }
        Optional<Held> held = Optional.empty();
        if (compared && !variant.id().equals(Policy.AS_IS)) {
            Part asIs = asIs();
            held = Optional.of(new Held(asIs.variant.structure().space(), asIs.middle, space, middle));
        }
        Optional<Deals> deals = compared && wanted.recursWithin.isPresent()
                ? Deals.fighting(variant.scenario())
                        .map(fighting -> new Deals(space, middle, fighting, wanted.recursWithin.getAsDouble()))
                : Optional.empty();
        Optional<CarryOver> carryOver = variant.id().equals(Policy.AS_IS)
                ? Optional.empty()
                : Optional.of(new CarryOver(asIs().variant.structure().space(), space, middle));
        var readings = new Readings(space, middle, asks);
        return new Part(variant, middle, List.copyOf(labels), readings, held, deals, carryOver);
    }

    /// One side of a test: what is read, and of which variant.
    record Side(String name, Setting setting, Ask ask) {}

    /// The sides of `test`, the one that is compared first. A side without what a policy forbids, if that
    /// is all the policy does, is a side under the policy: the same game is not solved twice.
    List<Side> sides(Test test) {
        return switch (test) {
            case Test.Bound bound -> List.of(new Side("left", named(bound.setting()), Ask.of(bound.quantity())));
            case Test.Against(
                    Setting leftSetting,
                    Quantity left,
                    Setting rightSetting,
                    Quantity right,
                    boolean more,
                    double margin,
                    boolean relative) ->
                List.of(
                        new Side("left", named(leftSetting), Ask.against(left, right)),
                        new Side("right", named(rightSetting), Ask.against(right, left)));
        };
    }

    private Setting named(Setting setting) {
        return switch (setting) {
            case Setting.AsIs asIs -> asIs;
            case Setting.Under under -> under;
            case Setting.Without(List<String> ids) ->
                scenario.policies().stream()
                        .filter(policy ->
                                policy.set().isEmpty() && policy.allow().isEmpty())
                        .filter(policy -> new HashSet<>(policy.forbid()).equals(new HashSet<>(ids)))
                        .findFirst()
                        .<Setting>map(policy -> new Setting.Under(policy.id()))
                        .orElse(setting);
        };
    }

    /// The label of a score.
    public static String score(String id) {
        return "score " + id;
    }

    /// The label of one side, `left` or `right`, of a claim.
    public static String side(String claim, String name) {
        return "claim " + claim + " " + name;
    }

    /// The scenario as it is.
    public Scenario scenario() {
        return scenario;
    }

    /// The claims that are tested; none if they were not asked for.
    public List<Claim> claims() {
        return wanted.claims ? scenario.claims() : List.of();
    }

    /// The variants, as-is first, then policies, then what only claims need.
    public List<Variant> variants() {
        return parts.values().stream().map(Part::variant).toList();
    }

    /// The ids of the policies that are compared, as-is first.
    public List<String> compared() {
        List<String> compared = new ArrayList<>();
        compared.add(Policy.AS_IS);
        wanted.policies.stream().filter(id -> !compared.contains(id)).forEach(compared::add);
        return List.copyOf(compared);
    }

    /// What each of [WorldResult#values] of a variant is: `score ID`, `claim ID left`, `claim ID right`.
    public List<String> labels(String variant) {
        return part(variant).labels;
    }

    /// @throws IllegalArgumentException if the study has no such variant
    Part part(String variant) {
        Part part = parts.get(variant);
        if (part == null) {
            throw new IllegalArgumentException("no variant " + variant);
        }
        return part;
    }

    final Part asIs() {
        return part(Policy.AS_IS);
    }
}
