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
import org.flywaydb.core.Flyway;

/// A service's own database: a bounded pool, its migrations, and transactions.
public final class Db implements Running {
    private static final int POOL_SIZE = 12;
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
    private static final int STATEMENT_TIMEOUT_MILLIS = 15_000;

    private final HikariDataSource pool;

    private Db(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Connects as the service's own role and brings the tables up to date: first the platform's,
    /// then those of `db/<service>` on the class path.
    public static Db open(Env env, String service, MeterRegistry metrics) {
        var prefix = Env.prefix(service) + "DATABASE_";
        var config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(env.text(prefix + "URL"));
        config.setUsername(env.text(prefix + "USER"));
        config.setPassword(env.text(prefix + "PASSWORD"));
        config.setMaximumPoolSize(env.number(prefix + "POOL", POOL_SIZE));
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
        Flyway.configure(Db.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/platform", "classpath:db/" + service)
                // the platform's tables are numbered 0.x, so they may grow after the service's
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        return new Db(pool);
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
    public <T> T tx(Work<T> work) {
        try (var _ = Part.step("transaction")) {
            return untraced(work);
        }
    }

    private <T> T untraced(Work<T> work) {
        var tx = new Tx(connection());
        try (tx) {
            var result = work.in(tx);
            tx.commit();
            return result;
        } finally {
            tx.runAfterCommit();
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
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    private Connection connection() {
        try {
            return pool.getConnection();
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
