package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A mail that doesn't leave is seen by whoever watches over the services.
class StuckMailTest {
    @Test
    void a_mail_that_waits_for_ten_minutes_is_a_figure() throws Exception {
        var database = TestBed.emptyDatabase("notification");
        var settings =
                new ArrayList<>(
                        List.of(
                                "SMTP_HOST",
                                "127.0.0.1",
                                "SMTP_PORT",
                                Integer.toString(TestBed.freePort()),
                                "SMTP_FROM",
                                "orders@gofood.test",
                                "NOTIFICATION_MAIL_PAUSE_SECONDS",
                                "3600"));
        database.values().forEach((name, value) -> settings.addAll(List.of(name, value)));
        try (var bed = new TestBed(new NotificationService(), settings.toArray(String[]::new));
                var db = Db.open(database, "notification", new SimpleMeterRegistry())) {
            bed.neighbour("user").answer("GET", "/users/12", 500, "{}");
            bed.asService("order")
                    .tell("order.delivered", 456, new OrderEvent.Delivered(456, 12, 7, 31));
            long waiting =
                    db.tx(tx -> tx.one("SELECT count(*) AS n FROM mail", it -> it.number("n")));
            assertThat(waiting).isOne();
            await(bed, 0);
            db.run(tx -> tx.update("UPDATE notification SET at = at - interval '11 minutes'"));
            await(bed, 1);
            db.run(tx -> tx.update("DELETE FROM mail"));
            await(bed, 0);
        }
    }

    private static void await(TestBed bed, int stuck) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (figure(bed) != stuck) {
            assertThat(System.nanoTime()).as("waited for " + stuck).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static int figure(TestBed bed) {
        var figure = bed.anyone().get("/status").body().at("/figures/stuck_mails");
        return figure.isMissingNode() ? -1 : figure.asInt();
    }
}
