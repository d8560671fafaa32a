package gofood.bench.stand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that one real order inserts into the order service's database before it is answered,
/// noted by triggers in the very transaction: some are gone a moment later. Nothing is missed when
/// the schema changes.
public final class Traces {
    private static final String SERVICE = "order";

    private Traces() {}

    /// @param columns names of those that are not made by the database, and their types
    /// @param values of these columns as text, null where there is nothing
    public record Left(String table, Map<String, String> columns, List<String> values) {}

    /// Places an order and returns its number.
    public interface Placement {
        long place() throws Exception;
    }

    /// In the order in which they were inserted.
    public static List<Left> of(Cluster cluster, Placement placement) throws Exception {
        var tables = tables(cluster);
        cluster.run(SERVICE, NOTEBOOK);
        for (var table : tables)
            cluster.run(
                    SERVICE,
                    """
                    CREATE TRIGGER bench_watch AFTER INSERT ON public.%s
                        FOR EACH ROW EXECUTE FUNCTION bench_watch.note()
                    """
                            .formatted(table));
        try {
            return noted(cluster, placement.place());
        } finally {
            cluster.run(SERVICE, "DROP SCHEMA bench_watch CASCADE");
        }
    }

    private static final String NOTEBOOK =
            """
            DROP SCHEMA IF EXISTS bench_watch CASCADE;
            CREATE SCHEMA bench_watch;
            CREATE TABLE bench_watch.noted (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, transaction text, relation text,
                content jsonb);
            CREATE FUNCTION bench_watch.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                INSERT INTO bench_watch.noted (transaction, relation, content)
                VALUES (pg_current_xact_id()::text, TG_TABLE_NAME, to_jsonb(NEW));
                RETURN NULL;
            END $$;
            """;

    private static List<String> tables(Cluster cluster) throws SQLException {
        return cluster.list(
                SERVICE,
                """
                SELECT relname FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                   AND NOT relispartition AND relname <> 'flyway_schema_history'
                """,
                row -> row.getString(1));
    }

    private static List<Left> noted(Cluster cluster, long orderId) throws SQLException {
        var numbers =
                cluster.list(
                        SERVICE,
                        """
                        SELECT number, relation FROM bench_watch.noted
                         WHERE transaction = (
                               SELECT transaction FROM bench_watch.noted
                                WHERE relation = 'orders' AND content ->> 'id' = '%d')
                         ORDER BY number
                        """
                                .formatted(orderId),
                        row -> Map.entry(row.getLong(1), row.getString(2)));
        var left = new ArrayList<Left>();
        for (var noted : numbers) left.add(row(cluster, noted.getValue(), noted.getKey()));
        return left;
    }

    private static Left row(Cluster cluster, String table, long number) throws SQLException {
        var columns = columns(cluster, table);
        var names = String.join(", ", columns.keySet().stream().map(c -> c + "::text").toList());
        return cluster.list(
                        SERVICE,
                        """
                        SELECT %s FROM bench_watch.noted,
                               jsonb_populate_record(NULL::public.%s, content) WHERE number = %d
                        """
                                .formatted(names, table, number),
                        row -> new Left(table, columns, values(row, columns.size())))
                .getFirst();
    }

    private static Map<String, String> columns(Cluster cluster, String table) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        cluster.list(
                SERVICE,
                """
                SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
                 WHERE attrelid = 'public.%s'::regclass AND attnum > 0 AND NOT attisdropped
                   AND attidentity = '' AND attgenerated = ''
                 ORDER BY attnum
                """
                        .formatted(table),
                row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    private static List<String> values(ResultSet row, int count) throws SQLException {
        var values = new ArrayList<String>();
        for (var i = 1; i <= count; i++) values.add(row.getString(i));
        return Collections.unmodifiableList(values);
    }
}
