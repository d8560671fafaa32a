/// Looks for restaurants: by words, by cuisine, near a door.
///
/// Owns nothing; reads restaurant. Calls: city (who delivers to a door).
@NullMarked
package gofood.restaurant.browse;

import org.jspecify.annotations.NullMarked;
