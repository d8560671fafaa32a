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
            case DeliveryEvent.Assigned assigned -> assigned(assigned, known);
            case DeliveryEvent.AtDoor _ ->
                    customer(
                            known,
                            "delivery.at_door",
                            Text.of(
                                    "Your food is at the door. Say your PIN to the courier.",
                                    "Votre repas est à la porte. Donnez votre code au"
                                            + " coursier."));
            case DeliveryEvent.Unassigned unassigned -> unassigned(unassigned, known);
            case DeliveryEvent.NoCourier noCourier -> noCourier(noCourier, known);
            case DeliveryEvent.CourierSilent silent -> List.of(silent(silent));
            case DeliveryEvent.TroubleReported trouble -> List.of(trouble(trouble));
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
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.Failed _ ->
                    false;
        };
    }

    private static Message offered(DeliveryEvent.Offered event) {
        var text =
                Text.of(
                        "A ride from %s waits for you. Take it before it goes to somebody else.",
                        "Une course au départ de %s vous attend. Prenez-la avant qu’un autre ne"
                                + " le fasse.",
                        event.restaurantName());
        return Message.toUser(event.courierId(), "delivery.offered", text, event.orderId());
    }

    private static List<Message> assigned(
            DeliveryEvent.Assigned event, Optional<KnownOrder> known) {
        var text =
                Text.of(
                        "%s will bring your order.",
                        "%s vous apporte votre commande.", event.courierName());
        return customer(known, "delivery.assigned", text).stream()
                .map(message -> message.about(event.courierId()))
                .toList();
    }

    private static List<Message> unassigned(
            DeliveryEvent.Unassigned event, Optional<KnownOrder> known) {
        var customer =
                Text.of(
                        "Your courier can't come. We are looking for another one.",
                        "Votre coursier ne peut pas venir. Nous en cherchons un autre.");
        var courier =
                Text.of(
                        "The ride for order %d isn't yours any more.",
                        "La course de la commande %d ne vous est plus attribuée.", event.orderId());
        var reason = Wording.sentence(event.reason());
        return join(
                customer(known, "delivery.unassigned", customer),
                Message.toUser(
                        event.courierId(),
                        "delivery.taken_back",
                        Text.sentences(courier, reason),
                        event.orderId()));
    }

    private static List<Message> noCourier(
            DeliveryEvent.NoCourier event, Optional<KnownOrder> known) {
        var customer =
                Text.of(
                        "No courier yet. We are looking further; if none is found you get your"
                                + " money back.",
                        "Pas encore de coursier. Nous continuons à chercher ; si nous n’en trouvons"
                                + " pas, vous serez remboursé.");
        var operators =
                Text.of(
                        "Order %d has had no courier for %s.",
                        "La commande %d est sans coursier depuis %s.",
                        event.orderId(),
                        Wording.span(Duration.ofSeconds(event.waitedSeconds())));
        return join(
                customer(known, "delivery.no_courier", customer),
                Message.toOperators("delivery.no_courier", operators, event.orderId()));
    }

    private static Message silent(DeliveryEvent.CourierSilent event) {
        var text =
                Text.of(
                        "Courier %d has the food of order %d and has given no sign for %s.",
                        "Le coursier %d a le repas de la commande %d et ne donne plus signe de"
                                + " vie depuis %s.",
                        event.courierId(),
                        event.orderId(),
                        Wording.span(Duration.ofSeconds(event.silentSeconds())));
        return Message.toOperators("delivery.courier_silent", text, event.orderId());
    }

    private static Message trouble(DeliveryEvent.TroubleReported event) {
        var what =
                Text.of(
                        "%s has a problem with order %d: %s.",
                        "%s a un problème avec la commande %d : %s.",
                        event.courierName(),
                        event.orderId(),
                        Wording.trouble(event.kind()));
        var words = event.text();
        var own = words == null ? Text.nothing() : Wording.quoted(words);
        return Message.toOperators("delivery.trouble", Text.sentences(what, own), event.orderId())
                .about(event.courierId());
    }

    private static Message failed(DeliveryEvent.Failed event) {
        var text =
                Text.of(
                        "Order %d can't be brought. %s",
                        "La commande %d ne peut pas être livrée. %s",
                        event.orderId(),
                        Wording.sentence(event.reason()));
        return Message.toOperators("delivery.failed", text, event.orderId());
    }

    private static List<Message> customer(Optional<KnownOrder> known, String kind, Text text) {
        return known.map(order -> order.toCustomer(kind, text)).stream().toList();
    }

    private static List<Message> join(List<Message> some, Message another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }
}
