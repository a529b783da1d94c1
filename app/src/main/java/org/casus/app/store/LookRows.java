package org.casus.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.app.run.Look;

/// Second looks as rows, one for each variant looked at in each world.
final class LookRows {

    private LookRows() {}

    /// `others` has the odds of every further equilibrium one after another.
    static void create(Statement statement) throws SQLException {
        statement.execute(
                "CREATE TABLE looks "
                        + "(world INTEGER, variant VARCHAR, failure VARCHAR, sought BOOLEAN, found INTEGER, others DOUBLE[], cold DOUBLE[])");
    }

    static void insert(Connection connection, Look look) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO looks VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            row.setInt(1, look.world());
            row.setString(2, look.variant());
            if (look.failure().isPresent()) {
                row.setString(3, look.failure().get());
            } else {
                row.setNull(3, Types.VARCHAR);
            }
            row.setBoolean(4, look.sought());
            row.setInt(5, look.others().size());
            row.setObject(
                    6,
                    Lists.of(
                            connection,
                            look.others().stream()
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray()));
            row.setObject(7, Lists.of(connection, look.cold()));
            row.execute();
        }
    }

    static List<Look> read(Connection connection) throws SQLException {
        List<Look> looks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM looks ORDER BY world, variant")) {
            while (rows.next()) {
                int found = rows.getInt("found");
                double[] all = Lists.numbers(rows, "others");
                List<double[]> others = new ArrayList<>();
                for (int k = 0; k < found; k++) {
                    int size = all.length / found;
                    others.add(Arrays.copyOfRange(all, k * size, (k + 1) * size));
                }
                looks.add(new Look(
                        rows.getInt("world"),
                        rows.getString("variant"),
                        Optional.ofNullable(rows.getString("failure")),
                        Lists.numbers(rows, "cold"),
                        rows.getBoolean("sought"),
                        List.copyOf(others)));
            }
        }
        return looks;
    }
}
