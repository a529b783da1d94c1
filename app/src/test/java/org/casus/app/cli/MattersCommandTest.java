package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.Golden;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MattersCommandTest {

    /// Two buildings that burn down by themselves, at p and q a week: with T = 10 weeks the house alone is
    /// burnt with odds (1 − (1 − p)^T) (1 − q)^T.
    private static final String FARM = """
            format: casus/1
            title: A farm
            question: What burns?
            as_of: 2024-01-01
            clock: {unit: week, horizon: 10}
            sources:
              report: {title: A report, url: "https://example.org/report"}
            board:
              house: {levels: [whole, burnt], start: whole}
              barn: {levels: [whole, burnt], start: whole}
              lamp: {levels: [off, on], start: off}
            actors:
              ann:
                acts: every 2 to 3 weeks per guess
                drifts: every 40 weeks per guess
                looks ahead: 20 weeks per guess
                sharpness: 10 per guess
                wants: {lamp is on: 1 to 3 per guess}
            moves:
              ann/light: {if: lamp is off, costs: 0.1 per guess, then: lamp to on}
            chance:
              fire: {if: house is whole, odds: 2% to 10% each week per guess, then: house to burnt}
              hail: {if: barn is whole, odds: 4% to 8% each week per report, then: barn to burnt}
            outcomes:
              both-gone: {title: Both are gone, if: house is burnt and barn is burnt}
              house-gone: {title: The house is gone, if: house is burnt}
              barn-gone: {title: The barn is gone, if: barn is burnt}
              all-stands: {title: All stands, if: otherwise}
            scores:
              shelter: {title: Weeks with a house, quantity: weeks with house is whole}
            policies:
              water: {title: A well, set: {fire odds: 1% to 3% each week per guess}}
            """;

    private static final double T = 10;

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private static double house(double p, double q) {
        return (1 - Math.pow(1 - p, T)) * Math.pow(1 - q, T);
    }

    private String farm() throws IOException {
        return Scenarios.write(folder, "farm.yaml", FARM);
    }

    private JsonNode json(String... args) {
        var result = shell.run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(Schemas.complaints("matters-1.schema.json", result.out())).isEmpty();
        return JsonMapper.shared().readTree(result.out());
    }

    private static JsonNode one(JsonNode list, String judgement) {
        return list.valueStream()
                .filter(each -> each.at("/judgement").stringValue().equals(judgement))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void slopesAndBarsAreThoseOfTheClosedForm() throws IOException {
        JsonNode json = json("matters", farm(), "--outcome", "house-gone", "--json", "--tolerance", "1e-12");
        double value = house(0.06, 0.06);
        assertThat(json.at("/odds").doubleValue()).isCloseTo(value, within(1e-10));
        double byFire = T * Math.pow(0.94, 2 * T - 1);
        double byHail = -(1 - Math.pow(0.94, T)) * T * Math.pow(0.94, T - 1);
        JsonNode fire = one(json.at("/slopes"), "fire odds");
        assertThat(fire.at("/slope").doubleValue()).isCloseTo(byFire, within(1e-9));
        assertThat(fire.at("/tornado/low").doubleValue()).isCloseTo(-0.04 * byFire, within(1e-9));
        assertThat(fire.at("/tornado/high").doubleValue()).isCloseTo(0.04 * byFire, within(1e-9));
        assertThat(fire.at("/per").stringValue()).isEqualTo("guess");
        JsonNode hail = one(json.at("/slopes"), "hail odds");
        assertThat(hail.at("/slope").doubleValue()).isCloseTo(byHail, within(1e-9));
        assertThat(hail.at("/per").stringValue()).isEqualTo("report");
        assertThat(one(json.at("/slopes"), "ann sharpness").at("/tornado").isNull())
                .isTrue();
        assertThat(json.at("/tornado/0/judgements/0").stringValue()).isEqualTo("fire odds");
        assertThat(json.at("/tornado/1/judgements/0").stringValue()).isEqualTo("hail odds");
        assertThat(json.at("/tornado/0/exact/low").doubleValue()).isCloseTo(house(0.02, 0.06) - value, within(1e-9));
        assertThat(json.at("/tornado/0/exact/high").doubleValue()).isCloseTo(house(0.10, 0.06) - value, within(1e-9));
        double square = Math.pow(0.08 * byFire, 2);
        assertThat(json.at("/guessShare").doubleValue())
                .isCloseTo(square / (square + Math.pow(0.04 * byHail, 2)), within(1e-6));
        assertThat(json.at("/worlds").intValue()).isZero();
        assertThat(json.at("/median").isNull()).isTrue();
        assertThat(json.at("/adjoint/residual").doubleValue()).isLessThan(1e-9);
    }

    @Test
    void worldsDivideTheSpreadAsTheClosedFormDoes() throws IOException {
        JsonNode json = json("matters", farm(), "--outcome", "house-gone", "--worlds", "256", "--seed", "7", "--json");
        int n = 100;
        double[] byFire = new double[n];
        double[] byHail = new double[n];
        double mean = 0;
        double square = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double y = house(0.02 + 0.08 * (a + 0.5) / n, 0.04 + 0.04 * (b + 0.5) / n);
                byFire[a] += y / n;
                byHail[b] += y / n;
                mean += y / n / n;
                square += y * y / n / n;
            }
        }
        double variance = square - mean * mean;
        double first = variance(byFire, mean) / variance;
        assertThat(json.at("/explained").doubleValue()).isGreaterThan(0.99);
        JsonNode fire = one(json.at("/indices"), "fire odds");
        assertThat(fire.at("/first").doubleValue()).isCloseTo(first, within(0.02));
        assertThat(fire.at("/total").doubleValue()).isCloseTo(1 - variance(byHail, mean) / variance, within(0.02));
        assertThat(fire.at("/learning").doubleValue()).isBetween(0.3, 1.0);
        assertThat(json.at("/guessWeight").doubleValue())
                .isCloseTo((first + 1 - variance(byHail, mean) / variance) / 2, within(0.02));
        assertThat(json.at("/median").doubleValue())
                .isCloseTo(house(0.06, 0.06), within(0.01))
                .isBetween(json.at("/p5").doubleValue(), json.at("/p95").doubleValue());
        assertThat(json.at("/failed").intValue()).isZero();
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return sum;
    }

    @Test
    void threadsLeaveNoTrace() throws IOException {
        String file = Scenarios.write(folder, "border.yaml", InitCommand.template(Shelf.FILE));
        String[] words = {"matters", file, "--outcome", "wider-war", "--worlds", "8", "--json", "--threads", "1"};
        var once = shell.run(words);
        assertThat(once.exit()).isZero();
        assertThat(Schemas.complaints("matters-1.schema.json", once.out())).isEmpty();
        words[words.length - 1] = "2";
        assertThat(shell.run(words).out()).isEqualTo(once.out());
    }

    @Test
    void scoresAreInTheirOwnUnit() throws IOException {
        JsonNode json = json("matters", farm(), "--score", "shelter", "--json", "--no-verify");
        double rate = -Math.log(0.94);
        assertThat(json.at("/unit").stringValue()).isEqualTo("weeks");
        assertThat(json.at("/odds").doubleValue()).isCloseTo(-Math.expm1(-rate * T) / rate, within(1e-9));
        assertThat(json.at("/outcome").isNull()).isTrue();
        assertThat(json.at("/tornado/0/exact").isNull()).isTrue();
        // Of weeks with a house nothing but fire takes any away.
        assertThat(json.at("/tornado").size()).isEqualTo(1);
        assertThat(shell.run("matters", farm(), "--score", "shelter").out()).contains("Change in weeks");
    }

    @Test
    void policiesAndSettingsTakeEffect() throws IOException {
        JsonNode under =
                json("matters", farm(), "--outcome", "house-gone", "--policy", "water", "--worlds", "8", "--json");
        assertThat(one(under.at("/slopes"), "fire odds").at("/value").doubleValue())
                .isCloseTo(0.02, within(1e-12));
        JsonNode set = json("matters", farm(), "--outcome", "house-gone", "--set", "fire odds=2% each week", "--json");
        assertThat(set.at("/odds").doubleValue()).isCloseTo(under.at("/odds").doubleValue(), within(1e-9));
        assertThat(set.at("/tornado/0/judgements/0").stringValue()).isEqualTo("hail odds");
        assertThat(under.at("/seed")).isNotEqualTo(set.at("/seed"));
    }

    @Test
    void theWorldsAreThoseOfCompareAndTest() throws IOException {
        String[] set = {"--set", "hail odds=3% to 9% each week", "--worlds", "4", "--json"};
        var seeds = new java.util.TreeSet<Long>();
        for (String words : List.of("matters FILE --outcome house-gone --policy water", "compare FILE", "test FILE")) {
            var line = new ArrayList<>(List.of(words.replace("FILE", farm()).split(" ")));
            line.addAll(List.of(set));
            var result = shell.run(line.toArray(String[]::new));
            assertThat(result.err()).isEmpty();
            seeds.add(JsonMapper.shared().readTree(result.out()).at("/seed").longValue());
        }
        assertThat(seeds).hasSize(1);
        JsonNode compared = JsonMapper.shared()
                .readTree(
                        shell.run("compare", farm(), "--worlds", "16", "--json").out());
        JsonNode matters =
                json("matters", farm(), "--outcome", "house-gone", "--policy", "water", "--worlds", "16", "--json");
        JsonNode odds = compared.at("/policies/1/outcomes/house-gone");
        for (String name : List.of("median", "p5", "p95")) {
            // Compare starts from the scenario as it is: the same to the residual of quick solves.
            assertThat(matters.at("/" + name).doubleValue())
                    .isCloseTo(odds.at("/" + name).doubleValue(), within(1e-5));
        }
    }

    private static final String CLAIMS = """
            claims:
              burns: {says: The house burns., at: report p1, test: odds of house-gone above 20%}
              well-helps: {says: A well helps., at: report p2, test: under water odds ever of house is burnt fall}
              without-hail: {says: Hail decides., at: report p3, test: without hail odds of house-gone rise}
              motive: {says: Why., at: report p4, untestable: It speaks of motives.}
            """;

    @Test
    void aClaimIsAskedAboutUnderItsOwnSettings() throws IOException {
        String file = Scenarios.write(folder, "farm.yaml", FARM + CLAIMS);
        JsonNode bound = json("matters", file, "--claim", "burns", "--json");
        JsonNode outcome = json("matters", file, "--outcome", "house-gone", "--json");
        assertThat(bound.at("/odds")).isEqualTo(outcome.at("/odds"));
        assertThat(bound.at("/slopes")).isEqualTo(outcome.at("/slopes"));
        assertThat(bound.at("/tornado")).isEqualTo(outcome.at("/tornado"));
        assertThat(bound.at("/claim").stringValue()).isEqualTo("burns");
        assertThat(bound.at("/outcome").isNull()).isTrue();
        assertThat(bound.at("/against").isNull()).isTrue();
        JsonNode well =
                json("matters", file, "--claim", "well-helps", "--worlds", "128", "--tolerance", "1e-12", "--json");
        assertThat(well.at("/policy").stringValue()).isEqualTo("water");
        assertThat(well.at("/against").stringValue()).isEqualTo("as-is");
        assertThat(well.at("/odds").doubleValue()).isCloseTo(Math.pow(0.94, T) - Math.pow(0.98, T), within(1e-9));
        // The fire has other ends under the policy: each side moves over its own.
        double asIs = T * Math.pow(0.94, T - 1);
        double water = T * Math.pow(0.98, T - 1);
        JsonNode fire = one(well.at("/slopes"), "fire odds");
        assertThat(fire.at("/slope").doubleValue()).isCloseTo(water - asIs, within(1e-8));
        assertThat(fire.at("/tornado/high").doubleValue()).isCloseTo(0.01 * water - 0.04 * asIs, within(1e-8));
        assertThat(well.at("/tornado/0/exact/high").doubleValue())
                .isCloseTo(Math.pow(0.90, T) - Math.pow(0.97, T) - Math.pow(0.94, T) + Math.pow(0.98, T), within(1e-8));
        assertThat(well.at("/explained").doubleValue()).isGreaterThan(0.99);
        assertThat(one(well.at("/indices"), "fire odds").at("/first").doubleValue())
                .isGreaterThan(0.98);
        assertThat(well.at("/guessWeight").doubleValue()).isGreaterThan(0.98);
        JsonNode hail = json("matters", file, "--claim", "without-hail", "--json", "--tolerance", "1e-12");
        assertThat(one(hail.at("/slopes"), "hail odds").at("/slope").doubleValue())
                .isCloseTo((1 - Math.pow(0.94, T)) * T * Math.pow(0.94, T - 1), within(1e-8));
        var text = shell.run("matters", file, "--claim", "well-helps");
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("water against as-is")
                .contains("The two sides of “under water odds ever of house is burnt fall” differ by −");
        assertThat(shell.run("matters", file, "--claim", "burns", "--plain").out())
                .contains("What “odds of house-gone above 20%” asks about is");
        var why = shell.run("matters", file, "--claim", "motive");
        assertThat(why.exit()).isEqualTo(2);
        assertThat(why.err()).contains("It speaks of motives.");
        assertThat(shell.run("matters", file, "--claim", "burn").err()).contains("Did you mean burns?");
        assertThat(shell.run("matters", file, "--claim", "burns", "--policy", "water")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void kinksOnTheWayAreCounted() throws IOException {
        String file = Scenarios.write(folder, "neighbours.yaml", Claims.TEXT);
        JsonNode json = json("matters", file, "--outcome", "fighting", "--json", "--verify");
        assertThat(json.at("/resolved").intValue()).isEqualTo(10);
        long kinked = json.at("/tornado")
                .valueStream()
                .filter(bar -> bar.at("/kinks/low").asDouble(0) > 0
                        || bar.at("/kinks/high").asDouble(0) > 0)
                .count();
        assertThat(json.at("/kinked").longValue()).isEqualTo(kinked);
        assertThat(shell.run("matters", file, "--outcome", "fighting", "--verify")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("there is one on the way in " + kinked + " of the 10 re-solved bars");
    }

    @Test
    void theScreenIsAsItWas() throws IOException {
        String file = farm();
        Golden.check(
                "matters.txt",
                steady(shell.run("matters", file, "--outcome", "house-gone").out()));
        Golden.check(
                "matters-worlds.txt",
                steady(shell.run("matters", file, "--outcome", "house-gone", "--worlds", "128")
                        .out()));
        Golden.check(
                "matters-plain.txt",
                steady(shell.run("matters", file, "--outcome", "house-gone", "--plain")
                        .out()));
    }

    /// Without the last digits of what is as good as zero.
    private static String steady(String text) {
        return text.replaceAll("[0-9]e-[0-9]+", "#").replaceAll("(residual\\s+#,\\s+)[0-9]+", "$1#");
    }

    @Test
    void barsAreDrawnInAsciiWhereNothingElseArrives() throws IOException {
        var result = new Shell().letters(StandardCharsets.US_ASCII).run("matters", farm(), "--outcome", "house-gone");
        assertThat(result.out()).contains(":::|:::").contains("##|##").doesNotContain("?");
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() throws IOException {
        String file = farm();
        var nothing = shell.run("matters", file);
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Say --outcome ID").contains("both-gone, house-gone");
        var both = shell.run("matters", file, "--outcome", "house-gone", "--score", "shelter");
        assertThat(both.exit()).isEqualTo(2);
        var unknown = shell.run("matters", file, "--outcome", "house-gon");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no outcome “house-gon”").contains("Did you mean house-gone?");
        assertThat(shell.run("matters", file, "--score", "sheltr").err()).contains("Did you mean shelter?");
        assertThat(shell.run("matters", file, "--outcome", "house-gone", "--worlds", "-1")
                        .exit())
                .isEqualTo(2);
    }
}
