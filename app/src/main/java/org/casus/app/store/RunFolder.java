package org.casus.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casus.app.run.Ledger;
import org.casus.app.run.Look;
import org.casus.study.WorldResult;

/// A run in a folder of its own: a DuckDB database to which every finished piece of work is committed at
/// once, and beside it what other tools read.
///
/// Whatever ends the process, the database holds what was kept before; opening it again goes on from there.
/// It is made under another name and moved to its place with the question in it, so that a store without a
/// question is never seen. Only one process at a time may have it open: the database sees to that.
public final class RunFolder implements Ledger, AutoCloseable {

    /// The database.
    static final String STORE = "worlds.duckdb";

    /// What says of the folder what it is.
    public static final String MANIFEST = "run.json";

    private static final String FORMAT = "casus-store/1";

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
        try {
            make(folder, question);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
        Connection connection = connect(folder, folder.resolve(STORE));
        try {
            check(folder, connection, question);
            enough(folder, connection, worlds);
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
        } catch (StoreException e) {
            close(connection);
            throw e;
        }
    }

    private static void make(Path folder, Question question) throws IOException, SQLException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException(
                    StoreException.Kind.FOREIGN,
                    folder + " is there already, and is no folder.",
                    "Choose another name.");
        }
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(STORE))) {
            return;
        }
        List<Path> there;
        try (Stream<Path> files = Files.list(folder)) {
            there = files.filter(file -> !file.getFileName().toString().startsWith(TableFiles.UNFINISHED))
                    .toList();
        }
        if (!there.isEmpty()) {
            throw new StoreException(
                    StoreException.Kind.FOREIGN,
                    "The folder " + folder + " is there already and holds no run to go on with; nothing was written.",
                    "Choose another name with --run, or move what is there away.");
        }
        Path unfinished = folder.resolve(TableFiles.UNFINISHED + STORE);
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(folder.resolve(TableFiles.UNFINISHED + STORE + ".wal"));
        try (Connection connection = connect(folder, unfinished);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE question (fact VARCHAR, value VARCHAR)");
            statement.execute("CREATE TABLE starts (number INTEGER, moment VARCHAR)");
            SolveRows.create(statement);
            LookRows.create(statement);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO question VALUES (?, ?)")) {
                for (Map.Entry<String, String> fact : facts(question).entrySet()) {
                    insert.setString(1, fact.getKey());
                    insert.setString(2, fact.getValue());
                    insert.execute();
                }
            }
            connection.commit();
        }
        Files.move(unfinished, folder.resolve(STORE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, String> facts(Question question) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", FORMAT);
        facts.putAll(question.facts());
        return facts;
    }

    private static void check(Path folder, Connection connection, Question question) throws SQLException {
        Map<String, String> asked = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT fact, value FROM question")) {
            while (rows.next()) {
                asked.put(rows.getString(1), rows.getString(2));
            }
        }
        new Question(facts(question)).differs(asked).ifPresent(difference -> {
            throw new StoreException(
                    StoreException.Kind.FOREIGN,
                    "The folder " + folder + " holds another run: " + difference + ". Nothing was written.",
                    "Choose another folder with --run, or ask what was asked before: run.json has the command.");
        });
    }

    /// Worlds may be added; with fewer, tables would be replaced by shorter ones.
    private static void enough(Path folder, Connection connection, int worlds) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(world), -1) FROM solves")) {
            int there = rows.next() ? rows.getInt(1) + 1 : 0;
            if (there > worlds) {
                throw new StoreException(
                        StoreException.Kind.FOREIGN,
                        "The folder " + folder + " holds " + there + " worlds already, and this asks for " + worlds
                                + ". Nothing was written.",
                        "Ask for as many or more, or choose another folder with --run.");
            }
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

    /// A connection that commits when told to, touches nothing outside the folder and asks no network.
    private static Connection connect(Path folder, Path store) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store.toAbsolutePath());
            NativeLibrary.unlink();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = 1");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET allowed_directories = ["
                        + TableFiles.text(folder.toAbsolutePath().toString()) + "]");
                statement.execute("SET enable_external_access = false");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
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
