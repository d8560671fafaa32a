package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.NotificationApi.Notification;
import gofood.contracts.NotificationApi.NotificationList;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Tests with everybody's inbox, on a real PostgreSQL.
abstract class WithInbox {
    static final AtomicLong IDS = new AtomicLong(1000);
    static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed(new NotificationService());
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /// People and things that no other test knows.
    final long customer = IDS.incrementAndGet();

    final long restaurant = IDS.incrementAndGet();
    final long order = IDS.incrementAndGet();
    final long courier = IDS.incrementAndGet();

    static void hears(String type, long subject, Record event) {
        var answer = bed.asService("order").tell(type, subject, event);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("failed")).isEmpty();
    }

    void paid() {
        hears("order.paid", order, OrderMessagesTest.paid(order, customer, restaurant));
    }

    void paidTimes(int times) {
        for (int i = 0; i < times; i++) {
            var id = IDS.incrementAndGet();
            hears("order.paid", id, OrderMessagesTest.paid(id, customer, restaurant));
        }
    }

    TestClient customer() {
        return bed.as(Role.CUSTOMER, customer);
    }

    static NotificationList inbox(TestClient who, String query) {
        var answer = who.get("/notifications" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(NotificationList.class);
    }

    static List<String> kinds(TestClient who) {
        return inbox(who, "").notifications().stream().map(Notification::kind).toList();
    }
}
