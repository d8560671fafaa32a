package gofood.chaos.law;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The services' databases, seen by PostgreSQL's superuser: from outside, past every service.
public final class Ledgers {
    /// Every service that has a database.
    public static final List<String> SERVICES =
            List.of("user", "restaurant", "order", "payment", "delivery", "notification", "city");

    private final int port;
    private final String password;

    /// @param password of the superuser
    public Ledgers(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /// Reads one row.
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    public Connection of(String service) throws SQLException {
        var as = new Properties();
        as.setProperty("user", "postgres");
        as.setProperty("password", password);
        as.setProperty("ApplicationName", "chaos");
        as.setProperty("connectTimeout", "5");
        as.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/gofood_%s".formatted(port, service), as);
    }

    /// The whole answer, in a transaction that cannot change anything.
    <T> List<T> read(String service, String query, Reading<T> reading) throws SQLException {
        try (var connection = of(service)) {
            connection.setReadOnly(true);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                var all = new ArrayList<T>();
                while (rows.next()) all.add(reading.of(rows));
                return all;
            }
        }
    }

    /// Who holds a lease of a service's relay.
    public List<String> leaseHolders(String service) throws SQLException {
        return read(
                service,
                "SELECT holder FROM lease WHERE until > now() ORDER BY until DESC",
                row -> row.getString(1));
    }

    /// The one number that a statement answers with.
    public long number(String service, String sql) throws SQLException {
        try (var connection = of(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) throw new SQLException("no row: " + sql);
            return rows.getLong(1);
        }
    }

    /// A change that is part of a fault, or of the watch that is kept.
    public void run(String service, String sql) throws SQLException {
        try (var connection = of(service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
