package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nobody waits for ever: with deadlines of seconds instead of minutes.
class DeadlineTest {
    private static TestBed bed;
    private static TestClient customer;

    @BeforeAll
    static void start() {
        bed =
                new TestBed(
                        new OrderService(),
                        "ORDER_PAYMENT_SECONDS",
                        "1",
                        "ORDER_KITCHEN_REMIND_SECONDS",
                        "1",
                        "ORDER_KITCHEN_OPERATOR_SECONDS",
                        "2",
                        "ORDER_KITCHEN_CANCEL_SECONDS",
                        "3",
                        "ORDER_COOKING_OPERATOR_SECONDS",
                        "1",
                        "ORDER_COOKING_CANCEL_SECONDS",
                        "2");
        bed.neighbour("restaurant").answer("GET", "/restaurants/7", 200, TestMenus.open());
        TestLastMile.near(bed);
        customer = bed.as(Role.CUSTOMER, 12);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static long place() {
        return customer.post(
                        "/orders",
                        """
                        {"restaurant_id": 7, "items": [{"item_id": "301", "quantity": 1, "options": ["1"]}],
                         "address": {"lat": 43.739, "lon": 7.425, "text": "1 Rue Grimaldi"},
                         "payment": {"method": "card", "token": "tok_visa"}}\
                        """)
                .body()
                .path("order_id")
                .asLong();
    }

    @Test
    void an_order_that_nobody_pays_is_cancelled() {
        var id = place();
        var cancelled = bed.neighbour("payment").awaitEvent("order.cancelled", id);
        assertThat(cancelled.path("by").asText()).isEqualTo("deadline");
        assertThat(cancelled.at("/settlement/charged").decimalValue()).isZero();
    }

    @Test
    void a_silent_kitchen_is_reminded_then_the_operator_is_told_then_it_is_cancelled() {
        var id = place();
        bed.asService("payment")
                .tell("payment.authorized", id, new PaymentEvent.Authorized(id, 12, 900));
        var inbox = bed.neighbour("notification");
        assertThat(inbox.awaitEvent("order.overdue", id).path("urgency").asText())
                .isEqualTo("remind");
        assertThat(
                        bed.neighbour("payment")
                                .awaitEvent("order.cancelled", id)
                                .path("reason")
                                .asText())
                .isEqualTo("The restaurant did not answer.");
        assertThat(inbox.events().stream().filter(e -> e.path("subject").asText().equals("" + id)))
                .anyMatch(e -> e.at("/data/urgency").asText().equals("operator"));
    }

    @Test
    void a_kitchen_that_never_finishes_is_cancelled_after_its_own_promise() {
        var id = place();
        bed.asService("payment")
                .tell("payment.authorized", id, new PaymentEvent.Authorized(id, 12, 900));
        bed.asService("restaurant")
                .tell(
                        "restaurant.received",
                        id,
                        new RestaurantEvent.Received(id, 7, Instant.now().plusSeconds(1)));
        var cancelled = bed.neighbour("payment").awaitEvent("order.cancelled", id);
        assertThat(cancelled.path("reason").asText()).isEqualTo("The food was never ready.");
        assertThat(cancelled.at("/settlement/liable").asText()).isEqualTo("restaurant");
    }
}
