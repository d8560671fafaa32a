/// What screens follow live: which rides and couriers have changed, whoever changed them, and the
/// whole city for operators. Reads, and owns nothing.
@NullMarked
package gofood.delivery.live;

import org.jspecify.annotations.NullMarked;
