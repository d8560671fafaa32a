package gofood.restaurant.menu;

import gofood.contracts.Stars;
import gofood.platform.db.Row;
import org.jspecify.annotations.Nullable;

/// What customers gave a restaurant in all. Kept with the restaurant and moved by each rating, so
/// that nobody has to count them.
///
/// @param sum of the stars
/// @param count how many rated
public record StarSum(int sum, int count) {
    static final StarSum NONE = new StarSum(0, 0);

    /// Reads a row of all columns of a restaurant.
    public static StarSum read(Row row) {
        return new StarSum(row.integer("rating_sum"), row.integer("rating_count"));
    }

    /// @param least how many must have rated
    /// @return null as long as they haven't
    public @Nullable Stars shown(int least) {
        if (count == 0 || count < least) return null;
        return Stars.of(sum, count);
    }
}
