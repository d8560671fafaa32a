/// Couriers: who they are, whether they work, how much fits into their bag, where they are. Owns
/// their table and their latest positions, which live in memory and are stored in bulk.
@NullMarked
package gofood.delivery.courier;

import org.jspecify.annotations.NullMarked;
