/// The ride: one order on its way from the kitchen to the door. The rules of its life, its table,
/// the offers that belong to it, its proof, its deadlines, its pay. Hears of orders from the order
/// service; tells order, restaurant and notification, and payment what was earned
/// (`DeliveryEvent`). Start reading at [gofood.delivery.ride.Ride], then
/// [gofood.delivery.ride.Moves].
@NullMarked
package gofood.delivery.ride;

import org.jspecify.annotations.NullMarked;
