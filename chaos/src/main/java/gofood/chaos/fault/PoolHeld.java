package gofood.chaos.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Somebody has locked a service's most used table: every connection of its pool waits for it, and
/// soon there is none left.
final class PoolHeld implements Fault {
    private final String service;
    private final String table;
    private @Nullable Connection holder;

    PoolHeld(String service, String table) {
        this.service = service;
        this.table = table;
    }

    @Override
    public String name() {
        return "pool-exhausted-" + service;
    }

    @Override
    public String about() {
        return "all connections of the %s service wait for a lock".formatted(service);
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 40 : 8);
    }

    @Override
    public void begin(Stage stage, Random dice) throws SQLException {
        holder = stage.databases().of(service);
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
    }

    @Override
    public void end(Stage stage) throws SQLException {
        if (holder == null) return;
        holder.rollback();
        holder.close();
        holder = null;
    }
}
