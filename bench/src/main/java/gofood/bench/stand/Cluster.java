package gofood.bench.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The PostgreSQL of the goFOOD under test, seen by its superuser; where it listens and what it
/// lets in stands in the data folder.
public final class Cluster {
    /// Every service that has a database.
    public static final List<String> SERVICES =
            List.of("user", "restaurant", "order", "payment", "delivery", "notification", "city");

    private final int port;
    private final String password;

    private Cluster(int port, String password) {
        this.port = port;
        this.password = password;
    }

    static Cluster in(Path data) throws IOException {
        var settings = properties(data.resolve("postgres/gofood.conf"));
        var secrets = properties(data.resolve("secrets.properties"));
        return new Cluster(
                Integer.parseInt(settings.getProperty("port")), secrets.getProperty("postgres"));
    }

    static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    public static String database(String service) {
        return "gofood_" + service;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public Connection of(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database(service)),
                "postgres",
                password);
    }

    /// Reads one row.
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String service, String query, Reading<T> reading) throws SQLException {
        try (var connection = of(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) all.add(reading.of(rows));
            return all;
        }
    }

    public long number(String service, String query) throws SQLException {
        return list(service, query, row -> row.getLong(1)).getFirst();
    }

    public String text(String service, String query) throws SQLException {
        return list(service, query, row -> row.getString(1)).getFirst();
    }

    /// @return how many rows the last statement changed
    public int run(String service, String sql) throws SQLException {
        try (var connection = of(service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }
}
