package gofood.platform.http;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A page of a list, and the cursor of the next one if there is one.
public record Page<T>(List<T> entries, @Nullable String nextCursor) {
    /// Reads one entry more than asked for, which tells whether the list goes on.
    ///
    /// @param read the first entries, at most so many
    /// @param key the number by which the list is ordered
    public static <T> Page<T> of(int limit, IntFunction<List<T>> read, ToLongFunction<T> key) {
        var found = read.apply(limit + 1);
        if (found.size() <= limit) return new Page<>(found, null);
        var entries = found.subList(0, limit);
        return new Page<>(entries, Call.cursorAfter(key.applyAsLong(entries.getLast())));
    }
}
