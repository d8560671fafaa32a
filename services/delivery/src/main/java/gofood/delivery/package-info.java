/// Brings each paid order from the kitchen to the door: finds a courier in time, follows the ride.
/// Owns couriers, their latest positions, deliveries and offers. Calls nobody. Hears of orders from
/// the order service: paid, received, complete, rejected, cancelled. Tells order, restaurant and
/// notification what happens on the road (`DeliveryEvent`). Start reading at
/// [gofood.delivery.Ride], then [gofood.delivery.Dispatch].
@NullMarked
package gofood.delivery;

import org.jspecify.annotations.NullMarked;
