package gofood.platform.db;

import java.sql.SQLException;
import java.util.stream.Stream;

/// The database refused a statement.
public final class SqlFailed extends RuntimeException {
    private static final String UNIQUE_VIOLATION = "23505";
    private final String state;

    SqlFailed(SQLException cause) {
        super(cause.getMessage(), cause);
        var sqlState = cause.getSQLState();
        state = sqlState == null ? "" : sqlState;
    }

    /// Whether a row with this key was there already.
    public boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }

    /// Whether the same work may succeed when done again: a deadlock, a lost connection, a server
    /// that stops or has no room left.
    public boolean isTransient() {
        return Stream.of("08", "40", "53", "55", "57", "58").anyMatch(state::startsWith);
    }
}
