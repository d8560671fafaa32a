package gofood.notification;

import static gofood.notification.OrderMessagesTest.ON_THE_WAY;
import static gofood.notification.OrderMessagesTest.PAID;
import static gofood.notification.OrderMessagesTest.mailed;
import static gofood.notification.OrderMessagesTest.price;
import static gofood.notification.OrderMessagesTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.Rating;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said when an order isn't, or wasn't, as it was ordered.
class ChangeMessagesTest {
    private final OrderMessages messages =
            new OrderMessages(new CityTime(ZoneId.of("Europe/Monaco")));

    @Test
    void a_proposal_says_until_when_to_answer() {
        var event =
                new OrderEvent.SubstitutionProposed(
                        456,
                        12,
                        7,
                        1,
                        "there is no tiramisu: a panna cotta instead?",
                        Instant.parse("2026-07-01T17:43:00Z"));
        var all = messages.of(event, PAID);
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.substitution_proposed: Chez Edgar asks: There is no"
                                + " tiramisu: a panna cotta instead? Please answer by 19:43.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    private static OrderEvent.Changed changed(@Nullable Money cashDue) {
        return new OrderEvent.Changed(
                456,
                12,
                7,
                List.of(),
                price(Money.cents(2150)),
                "the tiramisu was left out",
                cashDue);
    }

    @Test
    void a_change_is_told_with_the_new_price() {
        assertThat(told(messages.of(changed(null), PAID)))
                .containsExactly(
                        "user:12 order.changed: Your order was changed. The tiramisu was left out."
                                + " It costs €21.50 now.",
                        "restaurant:7 ticket.changed: Order 456 was changed. The tiramisu was left"
                                + " out.");
    }

    @Test
    void a_courier_hears_what_is_due_at_the_door_now() {
        assertThat(told(messages.of(changed(null), ON_THE_WAY)))
                .contains(
                        "user:31 delivery.changed: Order 456 was changed. The tiramisu was left"
                                + " out.");
        assertThat(told(messages.of(changed(Money.cents(2150)), ON_THE_WAY)))
                .contains(
                        "user:31 delivery.changed: Order 456 was changed. The tiramisu was left"
                                + " out. Take €21.50 at the door.");
    }

    @Test
    void a_kitchen_that_needs_longer_says_until_when() {
        var ready = Instant.parse("2026-07-01T17:50:00Z");
        var event = new OrderEvent.Delayed(456, 12, 7, "Chez Edgar", ready);
        assertThat(told(messages.of(event, ON_THE_WAY)))
                .containsExactly(
                        "user:12 order.delayed: Chez Edgar needs a little longer: the food is ready"
                                + " around 19:50.");
    }

    @Test
    void stars_are_told_to_nobody() {
        var stars = new Rating(5, 4, "Great!", Instant.EPOCH);
        var event = new OrderEvent.Rated(456, 12, 7, 31L, stars);
        assertThat(messages.of(event, ON_THE_WAY)).isEmpty();
    }

    @Test
    void an_operator_hears_of_every_kind_of_problem() {
        for (var kind : ProblemKind.values()) {
            var event = new OrderEvent.ProblemReported(456, 12, 7, 3, kind);
            assertThat(messages.of(event, ON_THE_WAY))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.audience()).isEqualTo("role:operator");
                        assertThat(message.kind()).isEqualTo("order.problem_reported");
                        assertThat(message.text().en())
                                .matches(
                                        "The customer of order 456 says that .+\\. Please look at"
                                                + " it\\.");
                    });
        }
    }

    @Test
    void a_refused_problem_has_an_answer() {
        var event = new OrderEvent.ProblemRefused(456, 12, 7, 3, "the photo shows all of it");
        var all = messages.of(event, Optional.empty());
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.problem_refused: There is no refund for order 456. The photo"
                                + " shows all of it.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    @Test
    void a_granted_refund_is_told_by_the_payment_that_makes_it() {
        var event =
                new OrderEvent.RefundGranted(
                        456,
                        12,
                        7,
                        3,
                        Money.cents(450),
                        List.of(),
                        Liable.RESTAURANT,
                        "the fries were missing",
                        null);
        assertThat(messages.of(event, ON_THE_WAY)).isEmpty();
    }
}
