package gofood.notification;

import static gofood.notification.OrderMessagesTest.ON_THE_WAY;
import static gofood.notification.OrderMessagesTest.PAID;
import static gofood.notification.OrderMessagesTest.price;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.Urgency;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said in French, and how.
class FrenchTest {
    private static final Instant AT = Instant.parse("2026-07-03T10:30:00Z");
    private static final Slot SLOT = new Slot(AT, AT.plusSeconds(1800));
    private static final Settlement HALF =
            new Settlement(Liable.CUSTOMER, Money.cents(1200), Money.cents(1200));

    private final OrderMessages orders =
            new OrderMessages(new CityTime(ZoneId.of("Europe/Monaco")));

    private List<Message> every() {
        var all = new ArrayList<Message>();
        for (var known : List.of(Optional.<KnownOrder>empty(), PAID, ON_THE_WAY)) {
            orderEvents().forEach(event -> all.addAll(orders.of(event, known)));
            rideEvents().forEach(event -> all.addAll(RideMessages.of(event, known)));
        }
        payments().forEach(event -> all.addAll(PaymentMessages.of(event)));
        return all;
    }

    private static List<OrderEvent> orderEvents() {
        var all = new ArrayList<OrderEvent>();
        all.add(OrderMessagesTest.paid(456, 12, 7));
        all.add(new OrderEvent.Scheduled(456, 12, 7, "Chez Edgar", List.of(), null, SLOT, AT));
        for (var reason : List.of("insufficient_credit", "too_much_for_cash", "too_much_cash_open"))
            all.add(new OrderEvent.Declined(456, 12, 7, reason));
        all.add(new OrderEvent.Declined(456, 12, 7, "expired_card"));
        all.add(new OrderEvent.Received(456, 12, 7, "Chez Edgar", AT));
        all.add(new OrderEvent.Preparing(456, 12, 7));
        all.add(new OrderEvent.Delayed(456, 12, 7, "Chez Edgar", AT));
        all.add(new OrderEvent.Complete(456, 12, 7));
        all.add(new OrderEvent.PickedUp(456, 12, 7));
        all.add(new OrderEvent.Delivered(456, 12, 7, 31));
        all.add(new OrderEvent.HandedOver(456, 12, 7, 31, Money.cents(2700)));
        all.add(new OrderEvent.Rejected(456, 12, 7, "Sorry!", HALF));
        all.add(new OrderEvent.Cancelled(456, 12, 7, "customer 12", "", HALF));
        all.add(new OrderEvent.Cancelled(456, 12, 7, "deadline", "nobody came", HALF));
        all.add(new OrderEvent.SubstitutionProposed(456, 12, 7, 1, "rice?", AT));
        var changed = price(Money.cents(2100));
        all.add(
                new OrderEvent.Changed(
                        456, 12, 7, List.of(), changed, "no rice", Money.cents(2100)));
        for (var kind : ProblemKind.values())
            all.add(new OrderEvent.ProblemReported(456, 12, 7, 3, kind));
        all.add(new OrderEvent.ProblemRefused(456, 12, 7, 3, "no"));
        for (var status : OrderStatus.values())
            for (var urgency : Urgency.values())
                all.add(new OrderEvent.Overdue(456, 12, 7, status, urgency));
        return all;
    }

    private static List<DeliveryEvent> rideEvents() {
        var all = new ArrayList<DeliveryEvent>();
        all.add(new DeliveryEvent.Offered(456, 1, 31, "Chez Edgar"));
        all.add(new DeliveryEvent.Assigned(456, 31, "Marc"));
        all.add(new DeliveryEvent.AtDoor(456, 31));
        all.add(new DeliveryEvent.Unassigned(456, 31, "flat tyre"));
        all.add(new DeliveryEvent.NoCourier(456, 300));
        all.add(new DeliveryEvent.CourierSilent(456, 31, 60));
        all.add(new DeliveryEvent.Failed(456, "storm"));
        for (var kind : RoadTrouble.values())
            all.add(new DeliveryEvent.TroubleReported(456, 31, "Marc", kind, null));
        return all;
    }

    private static List<PaymentEvent> payments() {
        var five = Money.cents(500);
        return List.of(
                new PaymentEvent.Refunded(456, 12, five, "EUR", "cold", RefundTo.METHOD),
                new PaymentEvent.Refunded(456, 12, five, "EUR", "cold", RefundTo.WALLET),
                new PaymentEvent.RefundFailed(456, 12, 3L, five, "EUR", "closed"),
                new PaymentEvent.HoldLost(456, 12, "it ran out"),
                new PaymentEvent.Stuck(456, 12, "odd"),
                new PaymentEvent.LedgerDiffers(456, 12, "odd"));
    }

    @Test
    void every_message_is_said_in_french_too_with_spaces_that_do_not_break() {
        assertThat(every())
                .hasSizeGreaterThan(100)
                .allSatisfy(message -> {
                    var fr = message.text().fr();
                    assertThat(fr).isNotEqualTo(message.text().en());
                    assertThat(fr).doesNotContain("%", "  ", "'").doesNotContainPattern(" [:;!?]");
                    assertThat(fr).doesNotContainPattern("(?i)\\b(your|order|the|courier)\\b");
                    assertThat(message.orderId()).isEqualTo(456);
                });
    }

    private String french(OrderEvent event) {
        return orders.of(event, ON_THE_WAY).getFirst().text().fr();
    }

    @Test
    void a_frenchman_reads_what_he_would_write() {
        assertThat(french(new OrderEvent.Delayed(456, 12, 7, "Chez Edgar", AT)))
                .isEqualTo(
                        "Chez Edgar a besoin d’un peu plus de temps\u00a0: votre repas sera prêt"
                                + " vers 12:30.");
        assertThat(french(new OrderEvent.Complete(456, 12, 7)))
                .isEqualTo("La commande 456 est prête au restaurant Chez Edgar.");
        assertThat(
                        french(
                                new OrderEvent.Scheduled(
                                        456, 12, 7, "Chez Edgar", List.of(), null, SLOT, AT)))
                .isEqualTo(
                        "Chez Edgar a bien reçu votre commande pour vendredi 3 juillet,"
                                + " 12:30–13:00. Ce jour-là, vous pouvez l’annuler gratuitement jusqu’à 12:30.");
        assertThat(french(new OrderEvent.Cancelled(456, 12, 7, "customer 12", "", HALF)))
                .isEqualTo(
                        "Vous avez annulé la commande 456. Il vous est facturé 12,00\u00a0€, et"
                                + " nous vous rendons 15,00\u00a0€.");
        assertThat(french(new OrderEvent.Delivered(456, 12, 7, 31)))
                .isEqualTo("Votre repas est là. Bon appétit\u202f!");
    }

    @Test
    void what_our_own_services_say_is_translated() {
        assertThat(Wording.sentence("no courier found").fr())
                .isEqualTo("Aucun coursier n’a été trouvé.");
        assertThat(
                        Wording.sentence(
                                        "Chez Edgar doesn't have 2 × Tiramisu. Would you take Panna"
                                                + " cotta for 6.50 EUR, instead of 7.00 EUR?")
                                .fr())
                .isEqualTo(
                        "Chez Edgar n’a plus 2 × Tiramisu. Prendriez-vous Panna cotta pour"
                                + " 6,50\u00a0EUR, au lieu de 7,00\u00a0EUR\u202f?");
        assertThat(Wording.sentence("Panna cotta comes instead of 1 × Tiramisu.").fr())
                .isEqualTo("Panna cotta remplace 1 × Tiramisu.");
        assertThat(Wording.sentence("It came 12 minutes later than promised.").fr())
                .isEqualTo("La commande est arrivée 12 min plus tard que promis.");
    }

    @Test
    void what_a_customer_reports_is_said_as_one_would() {
        assertThat(Wording.problem(ProblemKind.WRONG).fr())
                .isEqualTo("ce n’est pas ce qui avait été commandé");
        assertThat(Wording.problem(ProblemKind.LATE).fr())
                .isEqualTo("la commande est arrivée en retard");
        assertThat(RideMessages.of(new DeliveryEvent.CourierSilent(456, 31, 60), PAID))
                .extracting(message -> message.text().fr())
                .containsExactly(
                        "Le coursier 31 a le repas de la commande 456 et ne donne plus signe de"
                                + " vie depuis une minute.");
        assertThat(Wording.sentence("the courier gives no sign").fr())
                .isEqualTo("Le coursier ne donne plus signe de vie.");
        assertThat(Wording.sentence("gave it back: the vehicle broke down").fr())
                .isEqualTo("Course rendue\u00a0: véhicule en panne.");
    }

    @Test
    void a_couriers_own_words_stand_in_quotation_marks_untouched() {
        var words = "la porte est fermée ; 100 % sûr?";
        var kind = RoadTrouble.NOBODY_THERE;
        var event = new DeliveryEvent.TroubleReported(456, 31, "Marc", kind, words);
        var text = RideMessages.of(event, PAID).getFirst().text();
        assertThat(text.en())
                .isEqualTo("Marc has a problem with order 456: nobody is there. “" + words + "”");
        assertThat(text.fr())
                .isEqualTo(
                        "Marc a un problème avec la commande 456\u00a0: il n’y a personne."
                                + " «\u00a0"
                                + words
                                + "\u00a0»");
    }

    @Test
    void what_people_say_stays_as_they_wrote_it() {
        var event = new OrderEvent.Rejected(456, 12, 7, "no dough left : sorry !", HALF);
        assertThat(french(event)).contains("No dough left : sorry !");
        assertThat(Wording.sentence("$1 off, 100 %s")).isEqualTo(Text.same("$1 off, 100 %s."));
    }
}
