/// Plays the same evening of a city twice, with first come first served and with our planner, on a
/// virtual clock. Owns nothing that lasts. Calls the planner of the delivery service and the city's
/// streets. Emits a table. Start reading at [gofood.bench.evening.Evening].
@NullMarked
package gofood.bench.evening;

import org.jspecify.annotations.NullMarked;
