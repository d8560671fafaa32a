package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.HOME;
import static gofood.delivery.Road.RESTAURANT;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Slot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The money that goes with a ride: what its courier earns, what they are given at the door, and
/// who sees it.
class EarnedTest extends WithRoad {
    private JsonNode earned(long order) {
        return road.bed.neighbour("payment").awaitEvent("delivery.earned", order);
    }

    private List<Long> whoEarned(long order) {
        return road.bed.neighbour("payment").events().stream()
                .filter(event -> event.path("type").asText().equals("delivery.earned"))
                .map(event -> event.path("data"))
                .filter(data -> data.path("order_id").asLong() == order)
                .map(data -> data.path("courier_id").asLong())
                .toList();
    }

    private long ready(Money tip, @Nullable Money cashDue) {
        var order = Road.newId();
        var price = Road.price("EUR", tip);
        road.tell("order.paid", order, Road.paid(order, HOME, price, cashDue, null));
        road.received(order, Instant.now());
        return order;
    }

    private void changed(long order, Money tip, @Nullable Money cashDue) {
        road.tell(
                "order.changed",
                order,
                new OrderEvent.Changed(
                        order,
                        CUSTOMER,
                        RESTAURANT,
                        List.of(),
                        Road.price("EUR", tip),
                        "without the salad",
                        cashDue));
    }

    @Test
    void who_delivers_earns_what_was_offered_once() {
        var courier = road.online(0.1);
        var order = road.ready();
        var pay = road.awaitOffer(courier).path("pay").decimalValue();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        assertThat(whoEarned(order)).isEmpty();
        road.deliver(courier, path, "1234");
        road.deliver(courier, path, "1234");
        road.cancelled(order);
        var earned = earned(order);
        assertThat(earned.path("courier_id").asLong()).isEqualTo(courier);
        assertThat(earned.path("pay").decimalValue()).isEqualByComparingTo(pay);
        assertThat(earned.path("currency").asText()).isEqualTo("EUR");
        assertThat(earned.path("why").asText()).isEqualTo("Delivered.");
        assertThat(whoEarned(order)).containsExactly(courier);
        assertThat(road.courier(courier).get(path).body().path("pay").decimalValue())
                .isEqualByComparingTo(pay);
        assertThat(road.operator().get(path).body().path("pay").decimalValue())
                .isEqualByComparingTo(pay);
        assertThat(road.customer().get(path).body().path("pay").isNull()).isTrue();
    }

    @Test
    void a_ride_that_comes_to_nothing_earns_by_how_far_it_came() {
        assertThat(shareWhenCancelledAfter()).isEqualTo(30);
        assertThat(shareWhenCancelledAfter("arrive")).isEqualTo(60);
        assertThat(shareWhenCancelledAfter("pickup")).isEqualTo(100);
        assertThat(shareWhenCancelledAfter("pickup", "arrive-door")).isEqualTo(100);
    }

    /// @return what is earned, in percent of what was agreed
    private long shareWhenCancelledAfter(String... steps) {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        var agreed = road.courier(courier).get(path).body().path("pay").asDouble();
        for (var step : steps) assertThat(road.step(courier, path, step).status()).isEqualTo(200);
        road.cancelled(order);
        var earned = earned(order).path("pay").asDouble();
        assertThat(road.courier(courier).get(path).body().path("pay").asDouble()).isEqualTo(earned);
        assertThat(whoEarned(order)).containsExactly(courier);
        assertThat(road.shift(courier, false).status()).isEqualTo(200);
        return Math.round(earned / agreed * 100);
    }

    @Test
    void only_who_brings_it_in_the_end_earns() {
        var first = road.online(0.1);
        var order = road.ready();
        assertThat(road.decline(first, road.awaitOffer(first)).status()).isEqualTo(204);
        var second = road.online(0.2);
        var path = road.accepted(second);
        road.step(second, path, "arrive");
        var third = road.online(0.3);
        var wish = new Reassignment(third, "a flat tyre");
        var given = road.operator().post(path + "/reassign", wish);
        assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
        assertThat(given.body().path("pay").asDouble()).isGreaterThan(3);
        refuses(road.courier(second).get(path), 404, "not_found");
        road.step(third, path, "pickup");
        // nobody takes it from them now
        for (var other : new Long[] {second, null})
            refuses(
                    road.operator().post(path + "/reassign", new Reassignment(other, "late")),
                    409,
                    "wrong_state");
        road.deliver(third, path, "1234");
        assertThat(earned(order).path("courier_id").asLong()).isEqualTo(third);
        assertThat(whoEarned(order)).containsExactly(third);
    }

    @Test
    void a_ride_that_is_given_back_has_no_pay_until_somebody_takes_it() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        var back = road.operator().post(path + "/reassign", new Reassignment(null, "ill"));
        assertThat(back.body().path("pay").isNull()).isTrue();
    }

    @Test
    void the_offer_tells_the_tip_and_what_is_due_at_the_door() {
        var courier = road.online(0.1);
        var order = ready(Money.cents(150), Money.cents(2450));
        var offer = road.awaitOffer(courier);
        assertThat(offer.path("tip").asDouble()).isEqualTo(1.5);
        assertThat(offer.path("cash_due").asDouble()).isEqualTo(24.5);
        var path = road.accepted(courier);
        assertDue(courier, path, 24.5);

        changed(order, Money.cents(150), Money.cents(2200));
        assertDue(courier, path, 22);
        assertThat(road.customer().get(path).body().path("tip").asDouble()).isEqualTo(1.5);
        road.step(courier, path, "pickup");
        road.deliver(courier, path, "1234");
        changed(order, Money.cents(150), Money.cents(1));
        assertDue(courier, path, 22);
    }

    private void assertDue(long courier, String path, double due) {
        var ride = road.courier(courier).get(path).body();
        assertThat(ride.path("cash_due").asDouble()).isEqualTo(due);
        assertThat(ride.path("currency").asText()).isEqualTo("EUR");
    }

    @Test
    void a_ride_is_paid_in_the_coins_of_its_order() {
        var courier = road.online(0.1);
        var order = Road.newId();
        var price = Road.price("JPY", Money.ZERO);
        road.tell("order.paid", order, Road.paid(order, HOME, price, null, null));
        road.received(order, Instant.now());
        var offer = road.awaitOffer(courier);
        assertThat(offer.path("currency").asText()).isEqualTo("JPY");
        assertThat(offer.path("pay").asDouble()).isEqualTo(4);
    }

    @Test
    void an_ordered_ride_has_amounts_that_can_be_paid() {
        var odd =
                new NewDelivery(
                        Road.newId(),
                        CUSTOMER,
                        RESTAURANT,
                        "Chez Nous",
                        Road.KITCHEN,
                        HOME,
                        "1234",
                        Money.cents(250),
                        new Money(1_501),
                        null,
                        null,
                        Instant.now(),
                        null);
        refuses(road.operator().post("/deliveries", odd), 422, "invalid_field");
    }

    @Test
    void what_was_ordered_for_later_is_not_brought_before_its_slot() {
        var courier = road.online(0.1);
        var order = Road.newId();
        var from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
        var slot = new Slot(from, from.plusSeconds(1800));
        var price = Road.price("EUR", Money.ZERO);
        road.tell("order.paid", order, Road.paid(order, HOME, price, null, slot));
        road.received(order, Instant.now());
        road.tell("order.complete", order, new OrderEvent.Complete(order, CUSTOMER, RESTAURANT));
        var told = road.bed.neighbour("order").awaitEvent("delivery.eta_changed", order);
        assertThat(Instant.parse(told.at("/eta/from").asText())).isAfter(from.minusSeconds(60));
        assertThat(road.courier(courier).get("/offers").body().path("offers")).isEmpty();
        assertThat(road.status(order)).isEqualTo("Waiting");
        assertThat(Instant.parse(road.ride(order).path("promised_at").asText()))
                .isEqualTo(slot.to());

        var soon = Road.newId();
        var open = new Slot(Instant.now().plusSeconds(60), from);
        road.tell("order.paid", soon, Road.paid(soon, HOME, price, null, open));
        road.received(soon, Instant.now());
        assertThat(road.awaitOffer(courier).path("restaurant_name").asText())
                .isEqualTo("Chez Nous");
        assertThat(road.status(order)).isEqualTo("Waiting");
    }
}
