package org.casus.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.game.Game;
import org.casus.game.SizeException;
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

    /// The label of how many plays are intended in a world and not in the middle one, or the other way round
    /// ([Kinks]); no number where every game is solved with all care.
    public static final String KINKS = "kinks crossed";

    private final Scenario scenario;
    private final Wanted wanted;
    private final List<Claim> claims;
    private final boolean kinks;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Twins twins;

    private Study(ScenarioFile file, Wanted wanted, List<Claim> claims, Collection<Setting> settings, boolean kinks)
            throws ScenarioException, SizeException {
        this.scenario = file.scenario();
        this.wanted = wanted;
        this.claims = claims;
        this.kinks = kinks;
        for (Setting setting : settings) {
            Part part = part(Variant.of(file, setting));
            parts.put(part.variant.id(), part);
        }
        twins = new Twins(scenario, settings);
    }

    /// The study of `file` that is `wanted`. Compiles every variant: some seconds for large boards.
    ///
    /// @throws ScenarioException if there is no such policy, or a variant is no scenario
    /// @throws SizeException if a variant has too many states
    public static Study of(ScenarioFile file, Wanted wanted) throws ScenarioException, SizeException {
        Scenario scenario = file.scenario();
        List<Claim> claims = wanted.claims ? scenario.claims() : List.of();
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put(Policy.AS_IS, new Setting.AsIs());
        wanted.policies.forEach(id -> settings.putIfAbsent(id, new Setting.Under(id)));
        settings(claims).forEach(settings::putIfAbsent);
        return new Study(file, wanted, claims, settings.values(), false);
    }

    /// The study of `file` under `setting` alone, for its outcomes, its scores and its kinks.
    ///
    /// @throws ScenarioException if there is no such policy, or what comes out is no scenario
    /// @throws SizeException if it has too many states
    public static Study about(ScenarioFile file, Setting setting) throws ScenarioException, SizeException {
        return new Study(file, Wanted.compare(List.of(Variant.id(setting))), List.of(), List.of(setting), true);
    }

    /// The study of what one claim is about: the settings of its sides alone, with their kinks. The scenario as it
    /// is comes first where it is one of them, so that the other side can start from it.
    ///
    /// @throws ScenarioException if a setting is no scenario
    /// @throws SizeException if one has too many states
    /// @throws IllegalArgumentException if the claim has no test
    public static Study about(ScenarioFile file, Claim claim) throws ScenarioException, SizeException {
        if (claim.test().isEmpty()) {
            throw new IllegalArgumentException(claim.id() + " has no test");
        }
        List<Claim> one = List.of(claim);
        Map<String, Setting> settings = new LinkedHashMap<>();
        Map<String, Setting> sides = settings(one);
        if (sides.containsKey(Policy.AS_IS)) {
            settings.put(Policy.AS_IS, new Setting.AsIs());
        }
        sides.forEach(settings::putIfAbsent);
        return new Study(file, Wanted.test(), one, settings.values(), true);
    }

    /// The settings of the sides of `claims`, by what the variants are called.
    private static Map<String, Setting> settings(List<Claim> claims) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        claims.stream()
                .flatMap(claim -> claim.test().stream())
                .flatMap(test -> Side.of(test).stream())
                .forEach(side -> settings.putIfAbsent(Variant.id(side.setting()), side.setting()));
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
        List<String> tested = claims.stream().map(Claim::id).toList();
        variant.scenario().claims().stream()
                .filter(claim -> tested.contains(claim.id()))
                .forEach(claim -> claim.test().ifPresent(test -> {
                    for (Side side : Side.of(test)) {
                        if (Variant.id(side.setting()).equals(variant.id())) {
                            labels.add(side(claim.id(), side.name()));
                            asks.add(side.ask());
                        }
                    }
                }));
        if (kinks) {
            labels.add(KINKS);
        }
        Optional<Part> asIs = Optional.ofNullable(parts.get(Policy.AS_IS));
        Optional<Held> held = asIs.filter(known -> compared)
                .map(known -> new Held(known.variant.structure().space(), known.middle, space, middle));
        Optional<CarryOver> carryOver =
                asIs.map(known -> new CarryOver(known.variant.structure().space(), space, middle));
        Optional<Deals> deals = compared && wanted.recursWithin.isPresent()
                ? Deals.fighting(variant.scenario())
                        .map(fighting -> new Deals(space, middle, fighting, wanted.recursWithin.getAsDouble()))
                : Optional.empty();
        var readings = new Readings(space, middle, asks);
        return new Part(variant, middle, List.copyOf(labels), readings, held, deals, carryOver);
    }

    /// One side of a test: what is read, and of which variant.
    ///
    /// @param name `left` or `right`
    public record Side(String name, Setting setting, Ask ask) {

        /// The sides of `test`, the one that is compared first.
        public static List<Side> of(Test test) {
            return switch (test) {
                case Test.Bound bound -> List.of(new Side("left", bound.setting(), Ask.of(bound.quantity())));
                case Test.Against(
                        Setting leftSetting,
                        Quantity left,
                        Setting rightSetting,
                        Quantity right,
                        boolean more,
                        double margin,
                        boolean relative) ->
                    List.of(
                            new Side("left", leftSetting, Ask.against(left, right)),
                            new Side("right", rightSetting, Ask.against(right, left)));
            };
        }
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
        return claims;
    }

    /// The variant that is called `id`.
    ///
    /// @throws IllegalArgumentException if the study has no such variant
    public Variant variant(String id) {
        return part(id).variant;
    }

    /// Whether [#KINKS] are counted.
    boolean kinks() {
        return kinks;
    }

    /// The variants, as-is first, then policies, then what only claims need.
    public List<Variant> variants() {
        return parts.values().stream().map(Part::variant).toList();
    }

    /// The variants without those that are the same game in every world as an earlier one.
    public List<Variant> games() {
        return variants().stream()
                .filter(variant -> twins.first(variant.id()).equals(variant.id()))
                .toList();
    }

    /// The ids of the policies that are compared, as-is first.
    public List<String> compared() {
        List<String> compared = new ArrayList<>();
        compared.add(Policy.AS_IS);
        wanted.policies.stream().filter(id -> !compared.contains(id)).forEach(compared::add);
        return List.copyOf(compared);
    }

    /// What each of [WorldResult#values] of a variant is: `score ID`, `claim ID left`, `claim ID right`, [#KINKS].
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

    /// The first variant that is the same game in every world as `part`; itself if there is no other.
    Part twin(Part part) {
        return part(twins.first(part.variant.id()));
    }

    /// Whether some other variant is the same game as `part`.
    boolean twinned(Part part) {
        return twins.has(part.variant.id());
    }

    final Part asIs() {
        return part(Policy.AS_IS);
    }
}
