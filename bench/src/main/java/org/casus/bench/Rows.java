package org.casus.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.scenario.ScenarioFile;

/// Every row of what Casus must show, each with its yardstick in the same run:
///
///     bench/rows [ROW…] [--quick] [--states N] [--csv FILE] [--scenario FILE] [--policies ID,ID]
final class Rows {

    private static final List<Row> ALL =
            List.of(new Start(), new Derivatives(), new Warm(), new Race(), new Cold(), new Sizes(), new Chains());

    private Rows() {}

    /// What the command line asks for.
    private record Asked(List<Row> rows, Row.Setting setting, String csv) {}

    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help")) {
            System.out.print(help());
            return;
        }
        Asked asked;
        try {
            asked = asked(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(help());
            System.exit(2);
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (Row row : asked.rows) {
            System.err.println(row.name() + ": " + row.about() + "…");
            List<Line> measured = row.measure(asked.setting);
            System.err.print(Table.text(measured).indent(2));
            lines.addAll(measured);
        }
        System.out.print(Table.text(lines));
        if (!asked.csv.isEmpty()) {
            Files.writeString(Path.of(asked.csv), Table.csv(lines));
        }
    }

    private static String help() {
        List<String> rows = ALL.stream()
                .map(row -> String.format("  %-13s%s", row.name(), row.about()))
                .toList();
        return String.format("""
                bench/rows [ROW…]            measures the rows named, or all:
                %s
                  --quick                    one run of each, not warmed up: to see that it works
                  --states N                 largest board of `sizes` (100000)
                  --csv FILE                 writes the table there too
                  --scenario FILE            another case than the reference case
                  --policies ID,ID           of it, measured beside it as it is
                """, String.join("\n", rows));
    }

    private static Asked asked(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("casus.home", "")).toAbsolutePath();
        Path file = home.resolve("scenarios/nagorno-karabakh-2020/scenario.yaml");
        List<String> policies = List.of("turkey-stays-out", "csto-covers-karabakh");
        var watch = Stopwatch.standard();
        long states = 100_000;
        String csv = "";
        List<Row> rows = new ArrayList<>();
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String arg = rest.next();
            if (!arg.startsWith("--")) {
                rows.add(row(arg));
                continue;
            }
            if (arg.equals("--quick")) {
                watch = Stopwatch.quick();
                continue;
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(arg + " needs a value");
            }
            String value = rest.next();
            switch (arg) {
                case "--states" -> states = Sweep.number(value);
                case "--csv" -> csv = value;
                case "--scenario" -> {
                    file = Path.of(value);
                    policies = List.of();
                }
                case "--policies" ->
                    policies = Stream.of(value.split(","))
                            .filter(id -> !id.isBlank())
                            .toList();
                default -> throw new IllegalArgumentException("there is no " + arg);
            }
        }
        var setting = new Row.Setting(ScenarioFile.load(file), policies, watch, home, states);
        return new Asked(rows.isEmpty() ? ALL : rows, setting, csv);
    }

    private static Row row(String name) {
        return ALL.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + name + ": there are "
                        + ALL.stream().map(Row::name).collect(Collectors.joining(", "))));
    }
}
