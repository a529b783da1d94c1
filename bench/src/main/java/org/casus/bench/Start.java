package org.casus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How long the launcher takes from Enter to the end, on the wall, once it has built and rehearsed.
final class Start implements Row {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "the start of the program: casus --help, casus check on the reference case";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        Path casus = setting.home().resolve("casus");
        String reference = setting.home()
                .resolve("scenarios/nagorno-karabakh-2020/scenario.yaml")
                .toString();
        return List.of(
                line(setting, "casus --help", 0.7, List.of(casus.toString(), "--help")),
                line(setting, "casus check, reference case", 1.5, List.of(casus.toString(), "check", reference)));
    }

    private Line line(Setting setting, String what, double most, List<String> command) throws Exception {
        var first = Child.run(command);
        if (first.code() != 0) {
            return Line.absent(name(), what, "it ended with exit code " + first.code());
        }
        List<Double> wall = new ArrayList<>();
        for (int r = 0; r < setting.watch().times(); r++) {
            wall.add(Child.run(command).wall());
        }
        return Line.alone(name(), what, Stopwatch.median(wall), "s", Aim.most(most), "on the wall");
    }
}
