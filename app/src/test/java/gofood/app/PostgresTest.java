package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class PostgresTest {
    @TempDir Path folder;

    @Test
    void what_was_answered_is_on_the_disk() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data);
                var connection = postgres.connect()) {
            assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(connection, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(text(connection, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void only_this_machine_can_reach_it_and_nobody_without_a_password() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data);
                var connection = postgres.connect()) {
            assertThat(text(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(connection, "SHOW unix_socket_directories")).isEmpty();
            assertThat(
                            text(
                                    connection,
                                    "SELECT string_agg(auth_method, ' ') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertRefused(postgres.url("postgres"), "postgres", "");
            assertRefused(postgres.url("postgres"), "postgres", "postgres");
        }
    }

    @Test
    void a_service_enters_its_own_database_only() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data)) {
            var secrets = data.secrets();
            Databases.create(postgres, List.of("order", "payment"), secrets);
            var password = secrets.of("gofood_order");

            try (var own = open(postgres.url("gofood_order"), "gofood_order", password)) {
                text(own, "CREATE TABLE orders (id int); SELECT 'made'");
            }
            assertRefused(postgres.url("gofood_order"), "gofood_order", "wrong");
            for (var other : List.of("gofood_payment", "postgres", "template1"))
                assertThatExceptionOfType(SQLException.class)
                        .as(other)
                        .isThrownBy(() -> open(postgres.url(other), "gofood_order", password))
                        .withMessageContaining("permission denied for database");
        }
    }

    @Test
    void everything_is_there_after_a_restart() throws Exception {
        try (var data = DataFolder.open(folder)) {
            var secrets = data.secrets();
            try (var postgres = Scratch.postgres(data)) {
                Databases.create(postgres, List.of("order"), secrets);
                try (var order =
                        open(
                                postgres.url("gofood_order"),
                                "gofood_order",
                                secrets.of("gofood_order"))) {
                    text(order, "CREATE TABLE orders AS SELECT 456 AS id; SELECT 'made'");
                }
            }
            var again = new Secrets(folder.resolve("secrets.properties"));
            try (var postgres = Scratch.postgres(data)) {
                Databases.create(postgres, List.of("order"), again);
                try (var order =
                        open(
                                postgres.url("gofood_order"),
                                "gofood_order",
                                again.of("gofood_order"))) {
                    assertThat(text(order, "SELECT id FROM orders")).isEqualTo("456");
                }
            }
        }
    }

    @Test
    void a_server_left_by_a_killed_gofood_is_stopped_and_started_anew() throws Exception {
        var killed = startInAnotherProcess();
        var left = serverIn(folder);
        killed.destroyForcibly().waitFor();
        assertThat(left.isAlive()).isTrue();

        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data);
                var connection = postgres.connect()) {
            assertThat(left.isAlive()).isFalse();
            assertThat(serverIn(folder).pid()).isNotEqualTo(left.pid());
            assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_server_that_is_killed_comes_back_with_what_was_committed() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data)) {
            try (var connection = postgres.connect()) {
                text(connection, "CREATE TABLE orders AS SELECT 456 AS id; SELECT 'made'");
            }
            var killed = serverIn(folder);
            killed.destroyForcibly();
            killed.onExit().join();
            assertThat(textWhenBack(postgres, "SELECT id FROM orders")).isEqualTo("456");
        }
    }

    private static String textWhenBack(Postgres postgres, String sql) throws Exception {
        while (true)
            try (var connection = postgres.connect()) {
                return text(connection, sql);
            } catch (CannotStart e) {
                Thread.sleep(200);
            }
    }

    @Test
    void a_stale_pid_file_that_names_a_stranger_does_no_harm() throws Exception {
        try (var data = DataFolder.open(folder)) {
            Scratch.postgres(data).close();
            var me = ProcessHandle.current().pid();
            Files.writeString(
                    data.cluster().resolve("postmaster.pid"),
                    me + "\n" + data.cluster() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");
            try (var postgres = Scratch.postgres(data);
                    var connection = postgres.connect()) {
                assertThat(text(connection, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds something else");
        assertThat(Files.exists(folder.resolve("lock"))).isFalse();
    }

    @Test
    void a_first_start_that_was_interrupted_starts_afresh() throws Exception {
        DataFolder.open(folder).close();
        Files.createDirectories(folder.resolve("postgres.new"));
        Files.writeString(folder.resolve("postgres.new").resolve("PG_VERSION"), "18");
        try (var data = DataFolder.open(folder);
                var postgres = Scratch.postgres(data);
                var connection = postgres.connect()) {
            assertThat(text(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_in_use_says_by_whom() throws Exception {
        var other = startInAnotherProcess();
        try {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another goFOOD (process " + other.pid() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
        // stops what that one left
        try (var data = DataFolder.open(folder)) {
            Scratch.postgres(data).close();
        }
    }

    @Test
    void a_folder_in_use_by_this_very_process_stays_locked() {
        try (var data = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOf(CannotStart.class);
            assertThat(data.root()).exists();
        }
        DataFolder.open(folder).close();
    }

    private Process startInAnotherProcess() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                PostgresHolder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        assertThat(out.readLine()).isEqualTo("started");
        return process;
    }

    private static ProcessHandle serverIn(Path folder) throws Exception {
        var lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    private static void assertRefused(String url, String user, String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> open(url, user, password).close());
    }

    private static Connection open(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var isRows = statement.execute(sql);
            while (!isRows) isRows = statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
