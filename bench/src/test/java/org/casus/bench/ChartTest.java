package org.casus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casus.bench.Size.Point;
import org.casus.bench.Size.Way;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartTest {

    private static final List<Point> POINTS = List.of(
            new Point(8_748, 117_207, 2, Way.CARE, 0.68, 0.5, 0.4, 168_000_000L, 42, 232, 1.4e-10),
            new Point(98_415, 1_400_000, 2, Way.QUICK, 2.1, 8.25, 4.4, 283_000_000L, 43, 240, 5.3e-10));

    @Test
    void drawsEveryPointWithWhatAStateCosts() throws Exception {
        String svg = Chart.svg(POINTS);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(svg).contains(">57.2 µs<", ">83.8 µs<", "98,415 states: 8.25 s");
    }

    /// Also where a point lies just above the axis, as 109 MB do above 0.1 GB.
    @Test
    void figuresStayAboveTheAxis() throws Exception {
        var low = List.of(
                new Point(8_748, 117_207, 2, Way.CARE, 0.9, 1.05, 0.6, 109_000_000L, 42, 232, 1.4e-10),
                POINTS.getLast());
        var texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Chart.svg(low).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("text");
        double axis = 0;
        double lowest = 0;
        for (int k = 0; k < texts.getLength(); k++) {
            var text = (Element) texts.item(k);
            double y = Double.parseDouble(text.getAttribute("y"));
            axis = text.getTextContent().equals("states") ? y - 36 : axis;
            lowest = text.hasAttribute("paint-order") ? Math.max(lowest, y) : lowest;
        }
        assertThat(lowest).isPositive().isLessThan(axis);
    }

    @Test
    void eachPanelSaysWhatItsDashedLineIs() {
        String svg = Chart.svg(POINTS);
        assertThat(svg.split("stroke-dasharray", -1)).hasSize(5);
        assertThat(svg.split(">in proportion to size</text>", -1)).hasSize(3);
    }

    @Test
    void pointsAreReadAsTheyAreWritten() {
        Point point = POINTS.getFirst();
        assertThat(Point.of(point.csv())).isEqualTo(point);
    }

    @Test
    void sizesGoByHalfPowers() {
        assertThat(Sweep.sizes(10_000, 300_000)).containsExactly(10_000L, 30_000L, 100_000L, 300_000L);
        assertThat(Sweep.number("1e6")).isEqualTo(1_000_000);
        assertThat(Sweep.number("30_000")).isEqualTo(30_000);
    }
}
