package org.casus.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// The database file of a run folder.
///
/// It is made under another name, closed, and moved to its place with the question in it and no log beside
/// it, so that half a store is never seen, whatever ends the process or fills the disk. One that is there is
/// read before it is opened for writing: what is refused is left as it was, byte for byte.
final class Database {

    static final String NAME = "worlds.duckdb";

    private static final String FORMAT = "casus-store/1";
    private static final String LOG = ".wal";
    private static final String UNFINISHED = TableFiles.UNFINISHED + NAME;
    private static final String LOCK = TableFiles.UNFINISHED + "lock";

    /// How a file of this database begins: a sum of eight bytes, then its name.
    private static final byte[] MAGIC = {'D', 'U', 'C', 'K'};

    private static final int SUM = 8;

    /// The three headers of the file; nothing shorter can be one.
    private static final int HEADERS = 3 * 4096;

    private Database() {}

    /// Makes the database of `question` in `folder` where none is there yet.
    ///
    /// @throws StoreException if the folder holds anything else, is being made by another process, or cannot
    ///     be written
    static void make(Path folder, Question question) {
        try {
            empty(folder);
            if (Files.exists(folder.resolve(NAME))) {
                return;
            }
            Path lock = folder.resolve(LOCK);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock held = channel.tryLock();
                if (held == null) {
                    throw StoreException.inUse(folder);
                }
                // The file is taken away by whoever holds the lock, and before it is let go.
                try {
                    // Whoever had the lock before may have made it.
                    if (!Files.exists(folder.resolve(NAME))) {
                        fill(folder, question);
                    }
                } finally {
                    Files.deleteIfExists(lock);
                }
            }
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException(
                    StoreException.Kind.FOREIGN,
                    folder + " is there already, and is no folder.",
                    "Choose another name.");
        }
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(NAME))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.anyMatch(file -> !file.getFileName().toString().startsWith(TableFiles.UNFINISHED))) {
                throw new StoreException(
                        StoreException.Kind.FOREIGN,
                        "The folder " + folder
                                + " is there already and holds no run to go on with; nothing was written.",
                        "Choose another name with --run, or move what is there away.");
            }
        }
    }

    private static void fill(Path folder, Question question) throws IOException, SQLException {
        Path unfinished = folder.resolve(UNFINISHED);
        Path log = folder.resolve(UNFINISHED + LOG);
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(log);
        try (Connection connection = open(folder, unfinished, false);
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
            // A close that cannot write the file keeps silent about it and leaves the log: this speaks.
            connection.setAutoCommit(true);
            statement.execute("CHECKPOINT");
        }
        if (Files.exists(log)) {
            throw StoreException.full(folder);
        }
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, String> facts(Question question) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", FORMAT);
        facts.putAll(question.facts());
        return facts;
    }

    /// Refuses a store of anything but `question`, or with more than so many worlds, and changes nothing in it.
    ///
    /// @throws StoreException if it is of another question, in use, or cannot be read
    static void check(Path folder, Question question, int worlds) {
        recognise(folder);
        try (Connection connection = open(folder, folder.resolve(NAME), true);
                Statement statement = connection.createStatement()) {
            same(folder, statement, question);
            enough(folder, statement, worlds);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
    }

    private static void same(Path folder, Statement statement, Question question) throws SQLException {
        Map<String, String> asked = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT fact, value FROM question")) {
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
    private static void enough(Path folder, Statement statement, int worlds) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(world), -1) FROM solves")) {
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

    /// What is too short or begins otherwise would be made a new database by the driver, or be locked by it.
    private static void recognise(Path folder) {
        Path store = folder.resolve(NAME);
        try (InputStream in = Files.newInputStream(store)) {
            byte[] head = in.readNBytes(HEADERS);
            if (head.length < HEADERS || !Arrays.equals(Arrays.copyOfRange(head, SUM, SUM + MAGIC.length), MAGIC)) {
                throw StoreException.damaged(folder, head.length < HEADERS ? "it is cut short" : "it is no database");
            }
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    /// A connection to write with.
    ///
    /// @throws StoreException if it is in use, cannot be written, or cannot be read
    static Connection connect(Path folder) {
        try {
            return open(folder, folder.resolve(NAME), false);
        } catch (SQLException e) {
            throw StoreException.of(folder, e);
        }
    }

    /// A connection that commits when told to, touches nothing outside the folder and asks no network.
    private static Connection open(Path folder, Path store, boolean readOnly) throws SQLException {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", Boolean.toString(readOnly));
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store.toAbsolutePath(), properties);
        NativeLibrary.unlink();
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "threads = 1",
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allowed_directories = ["
                            + TableFiles.text(folder.toAbsolutePath().toString()) + "]",
                    "enable_external_access = false")) {
                statement.execute("SET " + setting);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
