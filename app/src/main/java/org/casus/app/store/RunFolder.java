package org.casus.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.casus.app.run.Ledger;
import org.casus.app.run.Look;
import org.casus.study.WorldResult;

/// A run in a folder of its own: a DuckDB database to which every finished piece of work is committed at
/// once, and beside it what other tools read.
///
/// Whatever ends the process, the database holds what was kept before; opening it again goes on from there.
/// Only one process at a time may have it open: the database sees to that.
public final class RunFolder implements Ledger, AutoCloseable {

    /// What says of the folder what it is.
    public static final String MANIFEST = "run.json";

    private final Path folder;
    private final Connection connection;
    private final List<String> starts;

    private RunFolder(Path folder, Connection connection, List<String> starts) {
        this.folder = folder;
        this.connection = connection;
        this.starts = starts;
    }

    /// The run of `question` in `folder`, begun or gone on with.
    ///
    /// @param worlds how many are asked for: as many as are there already, or more
    /// @param now the moment of this start, as it is to be shown
    /// @throws StoreException if the folder holds anything else, is in use or damaged, or cannot be written
    public static RunFolder open(Path folder, Question question, int worlds, String now) {
        Database.make(folder, question);
        Database.check(folder, question, worlds);
        Connection connection = Database.connect(folder);
        try {
            List<String> starts = starts(connection);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO starts VALUES (?, ?)")) {
                insert.setInt(1, starts.size());
                insert.setString(2, now);
                insert.execute();
            }
            connection.commit();
            return new RunFolder(folder, connection, List.copyOf(starts));
        } catch (SQLException e) {
            close(connection);
            throw StoreException.of(folder, e);
        }
    }

    private static List<String> starts(Connection connection) throws SQLException {
        List<String> starts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT moment FROM starts ORDER BY number")) {
            while (rows.next()) {
                starts.add(rows.getString(1));
            }
        }
        return starts;
    }

    /// When the run was started before this time, the first one first; none if this is the first.
    public List<String> starts() {
        return starts;
    }

    @Override
    public Collection<WorldResult> results() {
        try {
            return SolveRows.read(connection);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
    }

    @Override
    public void keep(WorldResult result) {
        commit(() -> SolveRows.insert(connection, result));
    }

    @Override
    public Collection<Look> looks() {
        try {
            return LookRows.read(connection);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
    }

    @Override
    public void keep(Look look) {
        commit(() -> LookRows.insert(connection, look));
    }

    /// Writes `tables` as CSV and Parquet; files of those names are replaced.
    public void write(List<Table> tables) {
        commit(() -> {
            for (Table table : tables) {
                TableFiles.write(connection, folder, table);
            }
        });
    }

    /// Writes the manifest in one piece.
    public void manifest(String text) {
        Path unfinished = folder.resolve(TableFiles.UNFINISHED + MANIFEST);
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            Files.move(unfinished, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private void commit(Work work) {
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    /// Gives the folder free. What was kept is safe with or without it.
    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Everything kept was committed; what a close adds is order in the file, made up for at the next start.
            return;
        }
    }
}
