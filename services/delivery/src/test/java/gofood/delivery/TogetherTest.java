package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.HOME;
import static gofood.delivery.Road.RESTAURANT;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.testing.TestClient.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the order service tells of several orders at once.
class TogetherTest extends WithRoad {
    private static final Instant READY = Instant.parse("2099-06-01T18:00:00Z");

    private static Told told(String type, OrderEvent event) {
        return new Told(type, event.orderId(), (Record) event);
    }

    private static Told paid(long order) {
        return told("order.paid", Road.paid(order, HOME));
    }

    private static Told received(long order) {
        return told(
                "order.received",
                new OrderEvent.Received(order, CUSTOMER, RESTAURANT, "Chez Nous", READY));
    }

    @Test
    void what_comes_together_is_done_in_its_order() {
        var before = road.paid();
        var cooked = Road.newId();
        var calledOff = Road.newId();
        var complete =
                told("order.complete", new OrderEvent.Complete(cooked, CUSTOMER, RESTAURANT));
        var batch =
                List.of(
                        paid(cooked),
                        paid(calledOff),
                        received(cooked),
                        received(before),
                        told("order.cancelled", Road.calledOff(calledOff)),
                        received(calledOff),
                        complete);
        var answer = road.bed.asService("order").tell(batch);
        assertThat(answer.body().path("failed")).isEmpty();
        assertThat(Instant.parse(road.ride(before).path("ready_at").asText())).isEqualTo(READY);
        assertThat(Instant.parse(road.ride(cooked).path("ready_at").asText())).isBefore(READY);
        assertThat(road.status(calledOff)).isEqualTo("Cancelled");
    }
}
