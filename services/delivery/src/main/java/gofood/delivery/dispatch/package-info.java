/// Dispatch: every few seconds one round matches waiting rides with couriers, asks them, and tells
/// customers when their food comes. Owns the rounds and the decisions; asks the city for ways.
/// Start reading at [gofood.delivery.dispatch.Round].
@NullMarked
package gofood.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
