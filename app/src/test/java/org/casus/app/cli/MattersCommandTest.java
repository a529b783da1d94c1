package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        assertThat(under.at("/seed")).isEqualTo(set.at("/seed"));
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
