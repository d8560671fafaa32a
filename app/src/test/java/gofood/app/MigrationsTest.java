package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All replicas of a service start at the same moment on an empty database: one makes the tables,
/// the others wait for it and go on.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class MigrationsTest {
    private static final int REPLICAS = 3;

    static Stream<String> services() {
        return Main.services().stream()
                .map(service -> service.name())
                .filter(name -> !name.equals("gateway"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void replicas_that_start_at_once_make_the_tables_once(String service) throws Exception {
        var env = TestBed.emptyDatabase(service);
        var ready = new CyclicBarrier(REPLICAS);
        Callable<List<String>> start =
                () -> {
                    ready.await();
                    try (var db = Db.open(env, service, new SimpleMeterRegistry())) {
                        return db.tx(tx ->
                                tx.list(
                                        "SELECT script FROM flyway_schema_history ORDER BY installed_rank",
                                        row -> row.text("script")));
                    }
                };
        try (var threads = Executors.newFixedThreadPool(REPLICAS)) {
            var starts = Stream.generate(() -> start).limit(REPLICAS).toList();
            for (var started : threads.invokeAll(starts))
                assertThat(started.get())
                        .hasSizeGreaterThan(1)
                        .doesNotHaveDuplicates()
                        .anyMatch(script -> script.contains("V1__"));
        }
    }
}
