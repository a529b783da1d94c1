package org.casus.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.study.Deal;
import org.casus.study.WorldResult;

/// Results as rows, one for each variant in each world.
final class SolveRows {

    private static final double[] NONE = {};

    private SolveRows() {}

    static void create(Statement statement) throws SQLException {
        statement.execute("""
                CREATE TABLE solves (
                  world INTEGER, variant VARCHAR, failure VARCHAR, residual DOUBLE,
                  outcomes DOUBLE[], readings DOUBLE[], worth DOUBLE[],
                  held_outcomes DOUBLE[], held_readings DOUBLE[], strayed DOUBLE, held BOOLEAN,
                  agreements VARCHAR[], signed DOUBLE[], still_fighting DOUBLE[], recurs DOUBLE[], again BOOLEAN)""");
    }

    static void insert(Connection connection, WorldResult result) throws SQLException {
        Optional<WorldResult.Plans> held = result.held();
        List<Deal> deals = result.deals();
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO solves VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            row.setInt(1, result.world());
            row.setString(2, result.variant());
            if (result.failure().isPresent()) {
                row.setString(3, result.failure().get());
            } else {
                row.setNull(3, Types.VARCHAR);
            }
            number(row, 4, result.residual());
            row.setObject(5, Lists.of(connection, result.outcomes()));
            row.setObject(6, Lists.of(connection, result.values()));
            row.setObject(7, Lists.of(connection, result.worth()));
            row.setObject(
                    8,
                    Lists.of(connection, held.map(WorldResult.Plans::outcomes).orElse(NONE)));
            row.setObject(
                    9, Lists.of(connection, held.map(WorldResult.Plans::values).orElse(NONE)));
            number(row, 10, held.map(WorldResult.Plans::strayed).orElse(Double.NaN));
            row.setBoolean(11, held.isPresent());
            row.setObject(
                    12, Lists.of(connection, deals.stream().map(Deal::agreement).toList()));
            row.setObject(
                    13,
                    Lists.of(
                            connection, deals.stream().mapToDouble(Deal::signed).toArray()));
            row.setObject(
                    14,
                    Lists.of(
                            connection,
                            deals.stream().mapToDouble(Deal::stillFighting).toArray()));
            row.setObject(
                    15,
                    Lists.of(
                            connection, deals.stream().mapToDouble(Deal::recurs).toArray()));
            row.setBoolean(16, result.again());
            row.execute();
        }
    }

    private static void number(PreparedStatement row, int place, double value) throws SQLException {
        if (Double.isNaN(value)) {
            row.setNull(place, Types.DOUBLE);
        } else {
            row.setDouble(place, value);
        }
    }

    static List<WorldResult> read(Connection connection) throws SQLException {
        List<WorldResult> results = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM solves ORDER BY world, variant")) {
            while (rows.next()) {
                results.add(result(rows));
            }
        }
        return results;
    }

    private static WorldResult result(ResultSet rows) throws SQLException {
        Optional<WorldResult.Plans> held = rows.getBoolean("held")
                ? Optional.of(new WorldResult.Plans(
                        Lists.numbers(rows, "held_outcomes"),
                        Lists.numbers(rows, "held_readings"),
                        Lists.number(rows, "strayed")))
                : Optional.empty();
        return new WorldResult(
                rows.getInt("world"),
                rows.getString("variant"),
                Optional.ofNullable(rows.getString("failure")),
                Lists.numbers(rows, "outcomes"),
                Lists.numbers(rows, "readings"),
                Lists.numbers(rows, "worth"),
                held,
                deals(rows),
                Lists.number(rows, "residual"),
                rows.getBoolean("again"));
    }

    private static List<Deal> deals(ResultSet rows) throws SQLException {
        List<String> agreements = Lists.texts(rows, "agreements");
        double[] signed = Lists.numbers(rows, "signed");
        double[] stillFighting = Lists.numbers(rows, "still_fighting");
        double[] recurs = Lists.numbers(rows, "recurs");
        List<Deal> deals = new ArrayList<>();
        for (int k = 0; k < agreements.size(); k++) {
            deals.add(new Deal(agreements.get(k), signed[k], stillFighting[k], recurs[k]));
        }
        return List.copyOf(deals);
    }
}
