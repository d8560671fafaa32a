package gofood.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.trace.Part;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// A service's own database: a bounded pool, its migrations, and transactions. Who finds all
/// connections in use waits for one, but no longer than somebody waits for the answer, and never
/// long: then it is refused, and can come again.
public final class Db implements Running {
    private static final int POOL_SIZE = 12;
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);
    private static final int STATEMENT_TIMEOUT_MILLIS = 15_000;

    private final HikariDataSource pool;
    private final Semaphore seats;
    private final Supplier<Duration> patience;
    private final Numbers numbers = new Numbers();

    private Db(HikariDataSource pool, int seats, Supplier<Duration> patience) {
        this.pool = pool;
        this.seats = new Semaphore(seats, true);
        this.patience = patience;
    }

    /// For work that nobody waits for.
    public static Db open(Env env, String service, MeterRegistry metrics) {
        return open(env, service, metrics, () -> LONGEST_TURN);
    }

    /// Connects as the service's own role and brings the tables up to date: first the platform's,
    /// then those of `db/<service>` on the class path.
    ///
    /// @param patience how long whoever asks still waits for the answer
    /// @throws IllegalStateException when the tables are those of another version
    public static Db open(
            Env env, String service, MeterRegistry metrics, Supplier<Duration> patience) {
        var prefix = Env.prefix(service) + "DATABASE_";
        var size = env.number(prefix + "POOL", POOL_SIZE);
        var config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(env.text(prefix + "URL"));
        config.setUsername(env.text(prefix + "USER"));
        config.setPassword(env.text(prefix + "PASSWORD"));
        // one more, for whoever asks whether the database answers while all others are in use
        config.setMaximumPoolSize(size + 1);
        config.setMinimumIdle(2);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(metrics));
        config.addDataSourceProperty("ApplicationName", "gofood-" + service);
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // a server's detail quotes the row, and a row may hold a card's token
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT_TIMEOUT_MILLIS);
        var pool = new HikariDataSource(config);
        try {
            migrate(config, service);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        var db = new Db(pool, size, patience);
        metrics.gauge("db.waiting", db, Db::waiting);
        return db;
    }

    /// By a connection of its own, without the limits of the pool's: a large table may take long.
    private static void migrate(HikariConfig at, String service) {
        try {
            Flyway.configure(Db.class.getClassLoader())
                    .dataSource(at.getJdbcUrl(), at.getUsername(), at.getPassword())
                    .locations("classpath:db/platform", "classpath:db/" + service)
                    // the platform's tables are numbered 0.x, so they may grow after the service's
                    .outOfOrder(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(
                    "The data of the %s service was written by another version of goFOOD. Start with another --data folder, or remove this one."
                            .formatted(service),
                    e);
        }
    }

    /// Work inside a transaction.
    public interface Work<T> {
        T in(Tx tx);
    }

    /// Work inside a transaction that has no result.
    public interface Action {
        void in(Tx tx);
    }

    /// Commits when the work returns, rolls back when it throws; what was asked for by
    /// [Tx#afterCommit] is done then.
    ///
    /// @throws Refused 503 when no connection became free, 504 when nobody waits for it any more
    public <T> T tx(Work<T> work) {
        try (var _ = Part.step("transaction")) {
            return untraced(work);
        }
    }

    private <T> T untraced(Work<T> work) {
        takeSeat();
        var tx = begun(false);
        try (tx) {
            var result = work.in(tx);
            tx.commit();
            return result;
        } finally {
            tx.runAfterCommit();
        }
    }

    private Tx begun(boolean readOnly) {
        try {
            return new Tx(connection(readOnly), readOnly, numbers, seats::release);
        } catch (RuntimeException e) {
            seats.release();
            throw e;
        }
    }

    private void takeSeat() {
        var left = patience.get();
        if (left.isZero())
            throw new Refused(504, "deadline_passed", "The time for this request is over.");
        var wait = left.compareTo(LONGEST_TURN) < 0 ? left : LONGEST_TURN;
        try {
            if (seats.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(
                        503,
                        "database_busy",
                        "Too many wait for the database. Try again in a moment.")
                .with("retry_after_seconds", 2);
    }

    /// Looks without a transaction: each statement sees what is committed by then, and takes one
    /// way to the database and back instead of two. Nothing may be written.
    public <T> T read(Work<T> work) {
        try (var _ = Part.step("read")) {
            takeSeat();
            try (var tx = begun(true)) {
                return work.in(tx);
            }
        }
    }

    /// Like [#tx], without a result.
    public void run(Action action) {
        tx(tx -> {
            action.in(tx);
            return true;
        });
    }

    /// Throws when the database doesn't answer within a second.
    public void ping() {
        try (var connection = pool.getConnection()) {
            if (!connection.isValid(1)) throw Refused.unavailable("The database");
        } catch (SQLException e) {
            throw Refused.unavailable("The database");
        }
    }

    /// How many wait for a connection at the moment.
    public int waiting() {
        return seats.getQueueLength();
    }

    private Connection connection(boolean readOnly) {
        try {
            var connection = pool.getConnection();
            // the pool puts it back
            if (readOnly) connection.setAutoCommit(true);
            return connection;
        } catch (SQLTransientConnectionException e) {
            throw Refused.unavailable("The database");
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
