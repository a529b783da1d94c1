package org.casus.app.report;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The odds that a page's sliders ought to show, from the numbers in the page.
public final class PageArithmetic {

    private PageArithmetic() {}

    /// @param json what the page has
    /// @param values of its sliders, in the units of the page
    public static double[] odds(String json, List<Double> values) {
        JsonNode data = JsonMapper.shared().readTree(json);
        List<JsonNode> axes =
                StreamSupport.stream(data.path("axes").spliterator(), false).toList();
        var surface = new ResponseSurface(
                array(data.path("middle")),
                data.path("main").asInt(),
                array(data.path("origin")),
                axes.stream()
                        .map(axis ->
                                new ResponseSurface.Axis(arrays(axis.path("straight")), arrays(axis.path("change"))))
                        .toList());
        double[] moved = new double[axes.size()];
        for (int j = 0; j < moved.length; j++) {
            double[] at = array(axes.get(j).path("at"));
            double away = values.get(j) - at[1];
            moved[j] = away == 0 ? 0 : away < 0 ? away / (at[1] - at[0]) : away / (at[2] - at[1]);
        }
        return surface.at(moved);
    }

    private static double[] array(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double[][] arrays(JsonNode node) {
        return new double[][] {array(node.get(0)), array(node.get(1))};
    }
}
