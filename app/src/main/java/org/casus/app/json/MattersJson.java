package org.casus.app.json;

import java.util.List;
import java.util.Locale;
import org.casus.app.run.Matters;
import org.casus.app.run.Target;
import org.casus.scenario.Judgement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus matters --json`: one document, described in `docs/reference/json.md` and in
/// `matters-1.schema.json`. Two runs of one command write the same bytes.
public final class MattersJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-matters/1";

    private MattersJson() {}

    public static ObjectNode of(Matters matters) {
        var about = matters.about();
        var target = about.target();
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("scenario", about.scenario());
        document.put("title", about.title());
        document.put("version", about.version());
        document.put("hash", about.hash());
        document.put("seed", about.seed());
        document.put("policy", about.policy());
        about.against().ifPresentOrElse(other -> document.put("against", other), () -> document.putNull("against"));
        document.set("settings", Json.strings(about.settings()));
        document.put("horizon", about.clock().horizon());
        document.put("tolerance", about.tolerance());
        for (Target.Kind kind : Target.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (kind == target.kind()) {
                document.put(name, target.id());
            } else {
                document.putNull(name);
            }
        }
        document.put("unit", target.unit());
        Json.put(document, "odds", matters.value());
        document.set("adjoint", adjoint(matters.figures()));
        document.set("slopes", slopes(matters));
        document.set("tornado", tornado(matters.bars()));
        document.put("resolved", matters.resolved());
        document.put("kinked", matters.kinked());
        Json.put(document, "guessShare", matters.guessShare());
        spread(document, matters);
        document.set("warnings", Json.strings(matters.warnings()));
        return document;
    }

    private static ObjectNode adjoint(Matters.Figures figures) {
        var adjoint = Json.object();
        Json.put(adjoint, "residual", figures.residual());
        Json.put(adjoint, "truncation", figures.truncation());
        adjoint.put("products", figures.products());
        adjoint.put("states", figures.states());
        return adjoint;
    }

    private static ArrayNode slopes(Matters matters) {
        var slopes = Json.array();
        for (Matters.Slope one : matters.slopes()) {
            Judgement judgement = one.judgement();
            var slope = Json.object();
            slope.put("judgement", judgement.id());
            judgement.per().ifPresentOrElse(per -> slope.put("per", per), () -> slope.putNull("per"));
            slope.put("value", judgement.middle());
            slope.put("low", judgement.low());
            slope.put("high", judgement.high());
            Json.put(slope, "slope", one.slope());
            if (judgement.isRange()) {
                slope.set("tornado", ends(one.atLow(), one.atHigh()));
            } else {
                slope.putNull("tornado");
            }
            slopes.add(slope);
        }
        return slopes;
    }

    private static ArrayNode tornado(List<Matters.Bar> bars) {
        var tornado = Json.array();
        for (Matters.Bar bar : bars) {
            var one = Json.object();
            one.set("judgements", ids(bar.judgements()));
            Json.put(one, "low", bar.atLow());
            Json.put(one, "high", bar.atHigh());
            bar.exact()
                    .ifPresentOrElse(
                            exact -> {
                                one.set("exact", ends(exact.atLow(), exact.atHigh()));
                                one.set("kinks", ends(exact.kinksLow(), exact.kinksHigh()));
                            },
                            () -> List.of("exact", "kinks").forEach(one::putNull));
            tornado.add(one);
        }
        return tornado;
    }

    private static void spread(ObjectNode document, Matters matters) {
        document.put("worlds", matters.spread().map(Matters.Spread::worlds).orElse(0));
        document.put("failed", matters.spread().map(Matters.Spread::failed).orElse(0));
        Json.put(
                document, "median", matters.spread().map(s -> s.band().median()).orElse(Double.NaN));
        Json.put(document, "p5", matters.spread().map(s -> s.band().p5()).orElse(Double.NaN));
        Json.put(document, "p95", matters.spread().map(s -> s.band().p95()).orElse(Double.NaN));
        Json.put(
                document,
                "explained",
                matters.spread().map(Matters.Spread::explained).orElse(Double.NaN));
        Json.put(
                document,
                "guessWeight",
                matters.spread().map(Matters.Spread::guessWeight).orElse(Double.NaN));
        var indices = Json.array();
        matters.spread().map(Matters.Spread::indices).orElse(List.of()).forEach(index -> {
            var one = Json.object();
            one.put("judgement", index.judgements().getFirst().id());
            one.set("judgements", ids(index.judgements()));
            Json.put(one, "first", index.first());
            Json.put(one, "total", index.total());
            Json.put(one, "share", index.share());
            Json.put(one, "learning", index.learning());
            indices.add(one);
        });
        document.set("indices", indices);
    }

    private static ArrayNode ids(List<Judgement> judgements) {
        return Json.strings(judgements.stream().map(Judgement::id).toList());
    }

    private static ObjectNode ends(double low, double high) {
        var ends = Json.object();
        Json.put(ends, "low", low);
        Json.put(ends, "high", high);
        return ends;
    }
}
