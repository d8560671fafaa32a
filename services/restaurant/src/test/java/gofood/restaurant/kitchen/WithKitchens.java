package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import gofood.restaurant.RestaurantService;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// A running service, and kitchens with tickets to try it with.
abstract class WithKitchens {
    private static final AtomicLong ORDERS = new AtomicLong(455);
    static TestBed bed;
    static TestClient orders;

    @BeforeAll
    static void start() {
        bed = new TestBed(new RestaurantService(), "RESTAURANT_TICKET_PATIENCE_SECONDS", "1");
        orders = bed.asService("order");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /// A restaurant that takes 25 minutes, with its staff.
    record House(long id, TestClient staff) {
        static House open() {
            var body =
                    """
                    {"name": "House", "cuisine": "french", "preparation_minutes": 25,
                     "address": {"lat": 43.73, "lon": 7.42, "text": "5 Rue Grimaldi"}}\
                    """;
            var answer = bed.as(Role.OPERATOR, 1).post("/restaurants", body);
            assertThat(answer.status()).isEqualTo(201);
            var id = answer.body().path("restaurant_id").asLong();
            return new House(id, bed.as(Role.STAFF, 12, id));
        }

        long paid() {
            var orderId = newOrder();
            tell("order.paid", orderId, OrderNews.paid(orderId, id));
            return orderId;
        }

        long scheduled() {
            var orderId = newOrder();
            tell("order.scheduled", orderId, OrderNews.scheduled(orderId, id));
            return orderId;
        }

        Answer say(long orderId, String status) {
            return say(staff, orderId, "\"status\": \"" + status + "\"");
        }

        Answer say(TestClient who, long orderId, String more) {
            return who.post(
                    "/callback/restaurants/orders",
                    "{\"restaurant_id\": %d, \"order_id\": %d, %s}".formatted(id, orderId, more));
        }

        Ticket ticket(long orderId) {
            return tickets("").stream()
                    .filter(it -> it.orderId() == orderId)
                    .findFirst()
                    .orElseThrow();
        }

        List<Ticket> tickets(String query) {
            var answer = staff.get("/restaurants/" + id + "/tickets" + query);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            return answer.as(TicketList.class).tickets();
        }
    }

    static long newOrder() {
        return ORDERS.incrementAndGet();
    }

    static void tell(String type, long orderId, Record event) {
        var told = orders.tell(type, orderId, event);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("failed")).isEmpty();
    }

    static void cancel(House house, long orderId) {
        tell("order.cancelled", orderId, OrderNews.cancelled(orderId, house.id));
    }
}
