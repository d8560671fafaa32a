package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.UserApi.Erased;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/// What people were told, and what others were told of them, before and after they are erased.
class PersonalInboxTest {
    private static Erased erase(TestBed bed, long userId) {
        var answer = bed.asService("user").post("/personal-data/" + userId + "/erase", "{}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Erased.class);
    }

    private static long unread(TestClient who) {
        return who.get("/notifications").body().path("unread").asLong();
    }

    @Test
    void an_inbox_goes_and_what_others_were_told_says_no_name() {
        var database = TestBed.emptyDatabase("notification");
        var settings =
                database.values().entrySet().stream()
                        .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
        try (var bed = new TestBed(new NotificationService(), settings);
                var db = Db.open(database, "notification", new SimpleMeterRegistry())) {
            var orders = bed.asService("order");
            orders.tell("order.paid", 1, OrderMessagesTest.paid(1, 12, 7));
            orders.tell("delivery.assigned", 1, new DeliveryEvent.Assigned(1, 31, "Planted Rider"));
            orders.tell(
                    "delivery.trouble_reported",
                    1,
                    new DeliveryEvent.TroubleReported(
                            1, 31, "Planted Rider", RoadTrouble.OTHER, "Planted words"));
            var free = new Settlement(Liable.PLATFORM, Money.ZERO, Money.ZERO);
            orders.tell(
                    "order.cancelled",
                    1,
                    new OrderEvent.Cancelled(1, 12, 7, "customer 12", "Planted reason", free));
            var kitchen = bed.as(Role.STAFF, 5, 7L);
            var courier = bed.as(Role.COURIER, 31);
            assertThat(kitchen.get("/notifications").body().toString()).contains("Planted reason");
            assertThat(courier.get("/notifications").body().toString()).contains("Planted reason");
            var toKitchen = unread(kitchen);
            assertThat(bed.asService("user").get("/personal-data/12").body().toString())
                    .contains("Planted Rider", "order.cancelled");

            assertThat(erase(bed, 12).erased()).containsEntry("mentions", 2);
            assertThat(bed.as(Role.CUSTOMER, 12).get("/notifications").body().path("notifications"))
                    .isEmpty();
            assertThat(kitchen.get("/notifications").body().toString())
                    .doesNotContain("Planted reason");
            assertThat(unread(kitchen)).isEqualTo(toKitchen);
            erase(bed, 31);
            assertThat(erase(bed, 12).erased().values()).containsOnly(0);
            assertThat(erase(bed, 31).erased().values()).containsOnly(0);
            long left =
                    db.tx(tx ->
                            tx.one(
                                    """
                                    SELECT count(*) FROM pg_tables
                                     WHERE schemaname = 'public'
                                       AND query_to_xml('SELECT * FROM ' || quote_ident(tablename),
                                                        true, false, '')::text LIKE '%Planted%'
                                    """,
                                    row -> row.number("count")));
            assertThat(left).isZero();
            orders.tell("order.paid", 2, OrderMessagesTest.paid(2, 12, 7));
            assertThat(unread(bed.as(Role.CUSTOMER, 12))).isEqualTo(1);
        }
    }
}
