package gofood.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// When all connections are in use.
class BusyPoolTest {
    private final Env env = withPoolOf2(TestBed.emptyDatabase("busy"));
    private volatile Duration patience = Duration.ofSeconds(30);

    private static Env withPoolOf2(Env env) {
        var values = new HashMap<>(env.values());
        values.put("BUSY_DATABASE_POOL", "2");
        return new Env(values);
    }

    private Db open() {
        return Db.open(env, "busy", new SimpleMeterRegistry(), () -> patience);
    }

    private static int one(Db db) {
        return db.tx(tx -> tx.one("SELECT 1 AS n", row -> row.integer("n")));
    }

    @Test
    void who_waits_for_a_connection_is_refused_in_time_and_the_database_is_not_called_down()
            throws Exception {
        var held = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        try (var db = open()) {
            Runnable hold =
                    () ->
                            db.run(tx -> {
                                held.countDown();
                                await(release);
                            });
            var first = Thread.ofVirtual().start(hold);
            var second = Thread.ofVirtual().start(hold);
            held.await();
            var refused = catchThrowableOfType(Refused.class, () -> one(db));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("database_busy");
            assertThat(refused.extras()).containsEntry("retry_after_seconds", 2);
            assertThatCode(db::ping).doesNotThrowAnyException();
            // nobody waits for longer than the request lasts
            patience = Duration.ofMillis(50);
            var started = System.nanoTime();
            assertThatThrownBy(() -> one(db)).isInstanceOf(Refused.class);
            assertThat(System.nanoTime() - started).isLessThan(Duration.ofSeconds(2).toNanos());
            release.countDown();
            first.join();
            second.join();
            patience = Duration.ofSeconds(30);
            for (int i = 0; i < 5; i++) assertThat(one(db)).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothing_is_begun_for_whom_nobody_waits() {
        try (var db = open()) {
            patience = Duration.ZERO;
            var refused = catchThrowableOfType(Refused.class, () -> one(db));
            assertThat(refused.status()).isEqualTo(504);
            assertThat(refused.code()).isEqualTo("deadline_passed");
            patience = Duration.ofSeconds(30);
            // whatever was thrown, every connection came back
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> db.tx(tx -> tx.update("nonsense")))
                        .isInstanceOf(SqlFailed.class);
                assertThat(one(db)).isEqualTo(1);
            }
        }
    }

    @Test
    void the_data_of_another_version_is_refused_with_a_sentence() {
        try (var db = open()) {
            db.run(tx -> tx.update("UPDATE flyway_schema_history SET checksum = 7"));
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The data of the busy service was written by another");
    }
}
