package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told what when something happens on the road. Pure: the same event gives the same
/// messages.
final class RideMessages {
    private RideMessages() {}

    /// @param known for the events that [#tellsTheCustomer]
    static List<Message> of(DeliveryEvent event, Optional<KnownOrder> known) {
        return switch (event) {
            case DeliveryEvent.Offered offered -> List.of(offered(offered));
            case DeliveryEvent.Assigned(_, _, var courier) ->
                    customer(known, "delivery.assigned", courier + " will bring your order.");
            case DeliveryEvent.AtDoor _ ->
                    customer(
                            known,
                            "delivery.at_door",
                            "Your food is at the door. Say your PIN to the courier.");
            case DeliveryEvent.Unassigned unassigned -> unassigned(unassigned, known);
            case DeliveryEvent.NoCourier noCourier -> noCourier(noCourier, known);
            case DeliveryEvent.CourierSilent silent -> List.of(silent(silent));
            case DeliveryEvent.Failed failed -> List.of(failed(failed));
            // the order's own events tell these, and statements what is earned
            case DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Earned _,
                    DeliveryEvent.EtaChanged _ ->
                    List.of();
        };
    }

    /// Whether an event concerns a customer whom it doesn't name.
    static boolean tellsTheCustomer(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.Assigned _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Unassigned _,
                    DeliveryEvent.NoCourier _ ->
                    true;
            case DeliveryEvent.Offered _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Earned _,
                    DeliveryEvent.EtaChanged _,
                    DeliveryEvent.CourierSilent _,
                    DeliveryEvent.Failed _ ->
                    false;
        };
    }

    private static Message offered(DeliveryEvent.Offered event) {
        var text =
                "A ride from %s waits for you. Take it before it goes to somebody else."
                        .formatted(event.restaurantName());
        return Message.toUser(event.courierId(), "delivery.offered", text, event.orderId());
    }

    private static List<Message> unassigned(
            DeliveryEvent.Unassigned event, Optional<KnownOrder> known) {
        var customer = "Your courier can't come. We are looking for another one.";
        var courier =
                "The ride for order %d isn't yours any more. %s"
                        .formatted(event.orderId(), Wording.sentence(event.reason()));
        return join(
                customer(known, "delivery.unassigned", customer),
                Message.toUser(event.courierId(), "delivery.taken_back", courier, event.orderId()));
    }

    private static List<Message> noCourier(
            DeliveryEvent.NoCourier event, Optional<KnownOrder> known) {
        var customer =
                "No courier yet. We are looking further; if none is found you get your money back.";
        var waited = Wording.span(Duration.ofSeconds(event.waitedSeconds()));
        var operators = "Order %d has had no courier for %s.".formatted(event.orderId(), waited);
        return join(
                customer(known, "delivery.no_courier", customer),
                Message.toOperators("delivery.no_courier", operators, event.orderId()));
    }

    private static Message silent(DeliveryEvent.CourierSilent event) {
        var silent = Wording.span(Duration.ofSeconds(event.silentSeconds()));
        var text =
                "Courier %d has the food of order %d and has given no sign for %s."
                        .formatted(event.courierId(), event.orderId(), silent);
        return Message.toOperators("delivery.courier_silent", text, event.orderId());
    }

    private static Message failed(DeliveryEvent.Failed event) {
        var text =
                "Order %d can't be brought. %s"
                        .formatted(event.orderId(), Wording.sentence(event.reason()));
        return Message.toOperators("delivery.failed", text, event.orderId());
    }

    private static List<Message> customer(Optional<KnownOrder> known, String kind, String text) {
        return known.map(order -> order.toCustomer(kind, text)).stream().toList();
    }

    private static List<Message> join(List<Message> some, Message another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }
}
