package gofood.bench.stand;

import gofood.bench.stand.Traces.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The baseline of placing: in a schema beside the order service's own, the same tables with the
/// same indexes, and one statement that inserts what one real order left. Made from the database
/// and from that order, it stays true when either changes.
public final class Mirror {
    private static final String SERVICE = "order";

    private Mirror() {}

    /// @param left what a real order left
    /// @param file for pgbench
    public static Path of(Cluster cluster, List<Left> left, Path file)
            throws SQLException, IOException {
        var tables = left.stream().map(Left::table).distinct().toList();
        if (!tables.contains("orders") || !tables.contains("outbox"))
            throw new IllegalStateException("an order left only " + tables);
        cluster.run(SERVICE, "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
        for (var table : tables) copy(cluster, table);
        for (var table : tables) refer(cluster, table, tables);
        return Files.writeString(file, statement(left));
    }

    private static void copy(Cluster cluster, String table) throws SQLException {
        cluster.run(
                SERVICE,
                "CREATE TABLE bench.%s (LIKE public.%s INCLUDING ALL)".formatted(table, table));
        var options =
                cluster.text(
                        SERVICE,
                        "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = 'public.%s'::regclass"
                                .formatted(table));
        if (options != null)
            cluster.run(SERVICE, "ALTER TABLE bench.%s SET (%s)".formatted(table, options));
    }

    // LIKE leaves references out
    private static void refer(Cluster cluster, String table, List<String> tables)
            throws SQLException {
        var references =
                cluster.list(
                        SERVICE,
                        """
                        SELECT confrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
                         WHERE conrelid = 'public.%s'::regclass AND contype = 'f'
                        """
                                .formatted(table),
                        row -> List.of(row.getString(1), row.getString(2)));
        for (var reference : references)
            if (tables.contains(reference.getFirst()))
                cluster.run(
                        SERVICE,
                        "SET search_path = bench; ALTER TABLE bench.%s ADD %s"
                                .formatted(table, reference.getLast()));
    }

    /// One statement, whatever it inserts into.
    static String statement(List<Left> left) {
        var order =
                left.stream().filter(row -> row.table().equals("orders")).findFirst().orElseThrow();
        var rest = left.stream().filter(row -> !row.table().equals("orders")).toList();
        var parts = new ArrayList<String>();
        parts.add(
                "placed AS (INSERT INTO bench.orders (%s) VALUES (%s) RETURNING id)"
                        .formatted(names(order), values(order)));
        for (var i = 0; i < rest.size() - 1; i++)
            parts.add("part%d AS (%s)".formatted(i, insert(rest.get(i))));
        return "WITH %s\n%s;\n".formatted(String.join(",\n", parts), insert(rest.getLast()));
    }

    private static String insert(Left row) {
        return "INSERT INTO bench.%s (%s) SELECT %s FROM placed"
                .formatted(row.table(), names(row), values(row));
    }

    private static String names(Left row) {
        return String.join(", ", row.columns().keySet());
    }

    private static String values(Left row) {
        var names = List.copyOf(row.columns().keySet());
        return IntStream.range(0, names.size())
                .mapToObj(i ->
                        value(
                                row.table() + "." + names.get(i),
                                row.columns().getOrDefault(names.get(i), ""),
                                row.values().get(i)))
                .collect(Collectors.joining(", "));
    }

    /// What was the real order's number becomes the new one's, what must be new each time is, and
    /// people take turns as they do at the gateway; all else is the same.
    private static String value(String column, String type, @Nullable String value) {
        if (value == null) return "NULL";
        if (type.equals("uuid")) return "gen_random_uuid()";
        return switch (column) {
            case "order_step.order_id", "outbox.key", "timer.key", "order_trace.order_id" ->
                    "placed.id::" + type;
            case "orders.customer_id", "orders.restaurant_id" ->
                    "(%s + random() * 40)::%s".formatted(value, type);
            case "idempotency.key" ->
                    "left(gen_random_uuid()::text || %s, %d)"
                            .formatted(quoted(value), value.length());
            default -> quoted(value) + "::" + type;
        };
    }

    // pgbench would take what follows a colon for one of its variables
    private static String quoted(String value) {
        var escaped = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a");
        return "E'" + escaped + "'";
    }

    /// How many orders the baseline has placed.
    public static long orders(Cluster cluster) throws SQLException {
        return cluster.number(SERVICE, "SELECT count(*) FROM bench.orders");
    }

    /// How many rows of which table an order is.
    public static String described(List<Left> left) {
        return left.stream()
                .collect(Collectors.groupingBy(Left::table, TreeMap::new, Collectors.counting()))
                .toString();
    }
}
