package gofood.app;

import gofood.platform.run.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/// A real PostgreSQL in the data folder, for this goFOOD alone: durable, on the loopback address
/// only, and with a password for everyone who connects.
public final class Postgres implements Running {
    static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(90);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path log;
    private final String password;
    private final int port;
    private volatile boolean closing;

    private Postgres(PostgresBinaries binaries, Path cluster, Path log, String password, int port) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
        this.password = password;
        this.port = port;
    }

    /// Starts it and returns when it answers; creates it at the first start (takes some seconds).
    ///
    /// @param port the next free one is taken when this is not
    public static Postgres start(DataFolder data, Path binaries, int port) {
        LeftBehind.stopIn(data.cluster());
        var postgres =
                new Postgres(
                        PostgresBinaries.unpackedIn(binaries),
                        data.cluster(),
                        data.log("postgres"),
                        data.secrets().of(SUPERUSER),
                        Ports.firstFree(port));
        try {
            if (!Files.exists(data.cluster())) postgres.create();
            postgres.configure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres.run();
        Thread.ofVirtual().name("postgres-keeper").start(postgres::keep);
        return postgres;
    }

    private void run() {
        control("start", "-l", log.toString());
    }

    // A server that was killed (by a system out of memory, say) recovers at its next start; the
    // services wait for it and go on.
    private void keep() {
        // its last children may still hold the shared memory
        var pause = new Pause(LONGEST_PAUSE);
        while (!closing)
            try {
                LeftBehind.processIn(cluster).ifPresent(server -> server.onExit().join());
                Thread.sleep(pause.now());
                if (closing) return;
                pause.lengthen();
                run();
                pause.reset();
            } catch (CannotStart e) {
                System.getLogger(Postgres.class.getName())
                        .log(System.Logger.Level.ERROR, "PostgreSQL died", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
    }

    // Made aside and renamed when complete: a first start that is interrupted starts afresh. The
    // password is set from the first moment, there is no time without one.
    private void create() throws IOException {
        var aside = cluster.resolveSibling("postgres.new");
        if (Files.exists(aside)) PathUtils.deleteDirectory(aside);
        var passwordFile = cluster.resolveSibling("postgres.password");
        Files.deleteIfExists(passwordFile);
        try {
            OnlyOwner.mayRead(Files.createFile(passwordFile));
            Files.writeString(passwordFile, password);
            var arguments =
                    List.of(
                            "--pgdata=" + aside,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--set=scram_iterations=1",
                            "--encoding=UTF8",
                            "--locale=C",
                            // PostgreSQL's own rules for letters: the same on every system
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (!binaries.run("initdb", arguments, log, START)) throw failed("be created");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(
                aside.resolve("postgresql.conf"),
                "include 'gofood.conf'\n",
                StandardOpenOption.APPEND);
        Files.move(aside, cluster);
    }

    private void configure() throws IOException {
        Files.writeString(
                cluster.resolve("gofood.conf"),
                """
                # written at every start of goFOOD
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 250
                # an order that was answered is on the disk
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                # the passwords are 32 random bytes: nobody guesses them however quick a guess is,
                # and each of our connections would cost some milliseconds on both sides
                scram_iterations = 1
                timezone = 'UTC'
                log_timezone = 'UTC'
                max_wal_size = '512MB'
                jit = off
                # details quote rows, and a row may hold what no log should
                log_error_verbosity = terse
                """
                        .formatted(port));
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                """
                # written at every start of goFOOD: a password from everyone
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return url(database, port);
    }

    static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// A connection that may do everything; for the launcher, never for a service.
    Connection connect() {
        try {
            return DriverManager.getConnection(url(SUPERUSER), SUPERUSER, password);
        } catch (SQLException e) {
            throw new CannotStart(
                    "PostgreSQL does not let goFOOD in (%s). If secrets.properties was lost, put it back into the data folder."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            control("stop", "-m", "fast");
        } catch (CannotStart e) {
            control("stop", "-m", "immediate");
        }
    }

    // pg_ctl starts the server in a session of its own: the terminal's Ctrl-C does not reach it
    // before the services have stopped
    private void control(String action, String... more) {
        var arguments = new ArrayList<>(List.of(action, "-D", cluster.toString(), "-w"));
        arguments.addAll(List.of("-t", action.equals("start") ? "60" : "10"));
        arguments.addAll(List.of(more));
        if (!binaries.run("pg_ctl", arguments, log, START)) throw failed(action);
    }

    private CannotStart failed(String what) {
        return new CannotStart(
                "PostgreSQL cannot %s: %s (see %s)".formatted(what, lastWords(), log));
    }

    private String lastWords() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse("");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
