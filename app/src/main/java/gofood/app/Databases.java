package gofood.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One database and one role per service: `gofood_order` owns `gofood_order` and can enter no
/// other. Safe to repeat at each start.
final class Databases {
    private Databases() {}

    /// The gateway alone remembers nothing.
    static boolean owns(String service) {
        return !service.equals("gateway");
    }

    static String name(String service) {
        return "gofood_" + service;
    }

    static void create(Postgres postgres, List<String> services, Secrets secrets) {
        try (var connection = postgres.connect()) {
            // by default everyone may enter every database
            run(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (var service : services)
                if (owns(service)) create(connection, name(service), secrets);
        } catch (SQLException e) {
            throw new CannotStart("The databases cannot be set up (%s).".formatted(e), e);
        }
    }

    private static void create(Connection connection, String name, Secrets secrets)
            throws SQLException {
        var there = exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name);
        run(
                connection,
                "%s ROLE %s LOGIN PASSWORD '%s'"
                        .formatted(there ? "ALTER" : "CREATE", name, secrets.of(name)));
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name))
            run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
        run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
