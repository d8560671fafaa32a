/// People who act as fast as they are told: customers, kitchens and couriers for whole lives of
/// orders.
@NullMarked
package gofood.bench.row.life;

import org.jspecify.annotations.NullMarked;
