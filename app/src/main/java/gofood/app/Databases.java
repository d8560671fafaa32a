package gofood.app;

import static java.util.stream.Collectors.joining;

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
        var names = services.stream().filter(Databases::owns).map(Databases::name).toList();
        try (var connection = postgres.connect()) {
            run(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (var name : names)
                if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name))
                    run(connection, "CREATE ROLE " + name + " LOGIN");
            for (var name : names)
                if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name))
                    run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
            // several commands at once are one transaction: the disk is waited for once
            run(connection, names.stream().map(name -> lock(name, secrets)).collect(joining()));
        } catch (SQLException e) {
            throw new CannotStart("The databases cannot be set up (%s).".formatted(e), e);
        }
    }

    // by default everyone may enter every database
    private static String lock(String name, Secrets secrets) {
        return """
        ALTER ROLE %s PASSWORD '%s';
        REVOKE ALL ON DATABASE %s FROM PUBLIC;
        """
                .formatted(name, secrets.of(name), name);
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
