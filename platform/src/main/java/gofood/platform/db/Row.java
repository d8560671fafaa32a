package gofood.platform.db;

import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result, read by column name. The `find…` forms are for columns that may be null.
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    private interface Getter<T> {
        @Nullable T get() throws SQLException;
    }

    private <T> @Nullable T find(Getter<T> getter) {
        try {
            var value = getter.get();
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private <T> T get(String column, Getter<T> getter) {
        return Objects.requireNonNull(find(getter), column);
    }

    public String text(String column) {
        return get(column, () -> result.getString(column));
    }

    public @Nullable String findText(String column) {
        return find(() -> result.getString(column));
    }

    public long number(String column) {
        return get(column, () -> result.getLong(column));
    }

    public @Nullable Long findNumber(String column) {
        return find(() -> result.getLong(column));
    }

    public int integer(String column) {
        return get(column, () -> result.getInt(column));
    }

    public double decimal(String column) {
        return get(column, () -> result.getDouble(column));
    }

    public @Nullable Double findDecimal(String column) {
        return find(() -> result.getDouble(column));
    }

    public boolean flag(String column) {
        return get(column, () -> result.getBoolean(column));
    }

    public UUID uuid(String column) {
        return get(column, () -> result.getObject(column, UUID.class));
    }

    public byte[] bytes(String column) {
        return get(column, () -> result.getBytes(column));
    }

    public Instant instant(String column) {
        return get(column, () -> result.getObject(column, OffsetDateTime.class)).toInstant();
    }

    public @Nullable Instant findInstant(String column) {
        var time = find(() -> result.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    /// Reads a `json` or `jsonb` column.
    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column).getBytes(StandardCharsets.UTF_8), type);
    }

    public <T> @Nullable T findJson(String column, Class<T> type) {
        var text = findText(column);
        return text == null ? null : Json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /// Reads an array of numbers.
    public Long[] numbers(String column) {
        return get(column, () -> (Long[]) result.getArray(column).getArray());
    }

    /// Reads an array of texts.
    public String[] texts(String column) {
        return get(column, () -> (String[]) result.getArray(column).getArray());
    }
}
