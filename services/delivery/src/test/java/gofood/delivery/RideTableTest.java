package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the rides' table holds together by itself, also of what an earlier release wrote into it.
class RideTableTest {
    private static final String EARLIER_RIDES =
            """
            INSERT INTO courier (courier_id, name, vehicle, capacity) VALUES (9, 'Ann', 'FOOT', 2);
            INSERT INTO delivery (order_id, customer_id, restaurant_id, restaurant_name, pickup,
                   dropoff, pin, fee, tip, currency, created_at, timeline,
                   status, courier_id, slot, pay)
            SELECT row_number() OVER (), 1, 1, 'Chez Nous', '{}', '{}', '1234', 0, 0, 'EUR', now(),
                   '[]', s.*
              FROM (VALUES ('WAITING', NULL, NULL, NULL), ('OFFERED', 9, 1, NULL),
                           ('PICKED_UP', 9, 2, 5), ('DELIVERED', 9, 1, 5),
                           ('CANCELLED', NULL, 2, NULL)) s
            """;

    private final Db db = taken(TestBed.emptyDatabase("delivery"));

    private static Db taken(Env env) {
        var tables =
                Flyway.configure()
                        .dataSource(
                                env.text("DELIVERY_DATABASE_URL"),
                                env.text("DELIVERY_DATABASE_USER"),
                                env.text("DELIVERY_DATABASE_PASSWORD"))
                        .locations("classpath:db/platform", "classpath:db/delivery")
                        .target("2")
                        .load();
        tables.migrate();
        try (var connection = tables.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(EARLIER_RIDES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Db.open(env, "delivery", new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> texts(String sql) {
        return db.tx(tx -> tx.list(sql, row -> row.text("text")));
    }

    @Test
    void earlier_rides_have_their_place_or_their_end() {
        assertThat(
                        texts(
                                """
                                SELECT concat_ws(' ', status, ended, slot) AS text
                                  FROM delivery ORDER BY order_id
                                """))
                .containsExactly(
                        "WAITING",
                        "OFFERED 1",
                        "PICKED_UP 2",
                        "DELIVERED DELIVERED",
                        "CANCELLED CANCELLED");
    }

    @Test
    void what_cannot_be_is_refused() {
        for (var wrong :
                List.of(
                        "slot = 1 WHERE status = 'PICKED_UP'",
                        "slot = NULL WHERE status = 'PICKED_UP'",
                        "slot = 3 WHERE status = 'DELIVERED'",
                        "slot = 6 WHERE status = 'OFFERED'",
                        "courier_id = NULL WHERE status = 'OFFERED'",
                        "courier_id = 9 WHERE status = 'WAITING'",
                        "status = 'WAITING' WHERE status = 'OFFERED'",
                        "status = 'ASSIGNED' WHERE status = 'OFFERED'",
                        "pay = NULL WHERE status = 'DELIVERED'"))
            assertThatThrownBy(() -> db.run(tx -> tx.update("UPDATE delivery SET " + wrong)))
                    .as(wrong)
                    .isInstanceOf(SqlFailed.class);
    }

    @Test
    void no_index_knows_the_status() {
        var indexes = texts("SELECT indexdef AS text FROM pg_indexes WHERE tablename = 'delivery'");
        assertThat(indexes).hasSizeGreaterThan(5).noneMatch(index -> index.contains("status"));
    }
}
