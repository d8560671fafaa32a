/// Brings each paid order from the kitchen to the door. `ride` is the life of one delivery,
/// `courier` those who bring them, `dispatch` matches both every few seconds, `planning` decides
/// how, `streets` asks the city for ways, `eta` learns and says when, `live` is what screens
/// follow. Calls the city service. Hears of orders from the order service; tells order, restaurant
/// and notification what happens on the road, and payment what couriers earn (`DeliveryEvent`).
/// Start reading at [gofood.delivery.DeliveryService].
@NullMarked
package gofood.delivery;

import org.jspecify.annotations.NullMarked;
