package gofood.platform.db;

import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An open transaction: SQL with `?` for each argument. Arguments may be texts, numbers, flags,
/// instants, UUIDs, byte arrays, `long[]`-like arrays (`Long[]`, `String[]`), enums (by their name)
/// and [#json]. Made by [Db#tx].
public final class Tx implements AutoCloseable {
    /// What is gathered is found by its key, however small its table was when the statement was
    /// planned: a plan that was kept from then would read all of it.
    private static final String BY_KEY =
            """
            SET LOCAL enable_seqscan = off;
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            """;

    private static final String AS_USUAL = BY_KEY.replace("off", "on");

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<String, List<@Nullable Object[]>> gathered = new LinkedHashMap<>();
    private final Numbers numbers;
    private final Map<Class<?>, Map<Long, Object>> held = new HashMap<>();
    private final boolean readOnly;
    private final Runnable whenClosed;
    private int members = 1;
    private boolean committed;

    /// @param readOnly without a transaction
    /// @param whenClosed done once the connection has been given back
    Tx(Connection connection, boolean readOnly, Numbers numbers, Runnable whenClosed) {
        this.connection = connection;
        this.numbers = numbers;
        this.readOnly = readOnly;
        this.whenClosed = whenClosed;
    }

    /// Done once the transaction has been committed, and not at all otherwise.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... arguments) {
        try (var statement = prepare(sql, arguments);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) rows.add(reader.apply(row));
            return rows;
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /// The first row, if there is one.
    public <T> Optional<T> find(
            String sql, Function<Row, T> reader, @Nullable Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /// The one row of a statement that always gives one.
    public <T> T one(String sql, Function<Row, T> reader, @Nullable Object... arguments) {
        return find(sql, reader, arguments)
                .orElseThrow(() -> new IllegalStateException("no row from: " + sql));
    }

    /// @return how many rows were touched
    public int update(String sql, @Nullable Object... arguments) {
        requireWritable();
        try (var statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /// Like [#update], for what nothing else in the transaction depends on: it goes with the
    /// commit, one statement for all rows of one text, and all of them in one way to the database
    /// and back. Each `?` stands for the array of that argument's values, so the text says which
    /// type it has: `INSERT … SELECT * FROM unnest(?::bigint[], ?::jsonb[])`.
    public void gather(String sql, @Nullable Object... row) {
        requireWritable();
        gathered.computeIfAbsent(sql, _ -> new ArrayList<>()).add(row);
    }

    /// Writes what is gathered so far, for who wants to read it in this transaction.
    public void flush() {
        if (gathered.isEmpty()) return;
        try {
            var all = new ArrayList<>(gathered.keySet());
            all.add(AS_USUAL);
            write(all);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
        gathered.clear();
    }

    /// What this transaction has locked and read together, by its number. Nobody else can change
    /// it, so it need not be read again; who changes it puts it here as it is then.
    @SuppressWarnings("unchecked")
    public <T> Map<Long, T> held(Class<T> kind) {
        return (Map<Long, T>) held.computeIfAbsent(kind, _ -> new HashMap<>());
    }

    private void requireWritable() {
        if (readOnly) throw new IllegalStateException("only looked, and nothing can be written");
    }

    /// Says that this does the work of so many, each of whom will want a number of a sequence.
    public void together(int many) {
        members = many;
    }

    /// The next number of a sequence.
    public long next(String sequence) {
        return numbers.next(this, sequence, members);
    }

    /// Marks an argument as JSON; write `?::jsonb` in the SQL.
    public static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    /// From here on statements are planned for what their tables hold now. A plan that was kept
    /// from when a table was empty reads all of it.
    public void planAnew() {
        update("SET LOCAL plan_cache_mode = force_custom_plan");
    }

    /// The commit need not wait for the disk: should the machine crash now, what is written here
    /// would be done again.
    public void mayBeLost() {
        gather("SET LOCAL synchronous_commit = off");
    }

    private PreparedStatement prepare(String sql, @Nullable Object[] arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        set(statement, arguments);
        return statement;
    }

    private void set(PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) set(statement, i + 1, arguments[i]);
    }

    private void set(PreparedStatement statement, int at, @Nullable Object argument)
            throws SQLException {
        switch (argument) {
            case Instant time -> statement.setObject(at, time.atOffset(ZoneOffset.UTC));
            case Enum<?> word -> statement.setString(at, word.name());
            case Long[] many -> statement.setArray(at, connection.createArrayOf("bigint", many));
            case String[] many -> statement.setArray(at, connection.createArrayOf("text", many));
            case null, default -> statement.setObject(at, argument);
        }
    }

    void commit() {
        try {
            if (!gathered.isEmpty()) commitGathered();
            // nothing is left to do if it went with them
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private void commitGathered() throws SQLException {
        var all = new ArrayList<>(gathered.keySet());
        all.add("COMMIT");
        write(all);
    }

    /// All of it is sent before anything is answered; what fails keeps the rest from being done.
    private void write(List<String> all) throws SQLException {
        try (var statement = connection.prepareStatement(BY_KEY + String.join(";\n", all))) {
            var at = 1;
            for (var rows : gathered.values())
                for (int column = 0; column < rows.getFirst().length; column++)
                    statement.setArray(
                            at++, connection.createArrayOf("text", column(rows, column)));
            statement.execute();
        }
    }

    private static @Nullable String[] column(List<@Nullable Object[]> rows, int column) {
        return rows.stream().map(row -> text(row[column])).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case Enum<?> word -> word.name();
            default -> value.toString();
        };
    }

    /// What fails now must not look as if nothing had been committed.
    void runAfterCommit() {
        if (!committed) return;
        for (var action : afterCommit)
            try {
                action.run();
            } catch (RuntimeException e) {
                System.getLogger(Tx.class.getName())
                        .log(System.Logger.Level.WARNING, "failed after a commit", e);
            }
    }

    /// Gives the connection back; what wasn't committed is undone.
    @Override
    public void close() {
        try (connection) {
            if (!committed && !readOnly) connection.rollback();
        } catch (SQLException e) {
            // a broken connection: the server has rolled back, and the pool throws it away
            System.getLogger(Tx.class.getName())
                    .log(System.Logger.Level.DEBUG, "connection lost", e);
        } finally {
            whenClosed.run();
        }
    }
}
