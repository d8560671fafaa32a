package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.User;
import gofood.platform.testing.TestBed;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// E-mail over SMTP.
class MailTest {
    private static final int PORT = TestBed.freePort();
    private static GreenMail server;
    private static TestBed bed;

    @BeforeAll
    static void start() {
        server = serve();
        bed =
                new TestBed(
                        new NotificationService(),
                        "SMTP_HOST",
                        "127.0.0.1",
                        "SMTP_PORT",
                        Integer.toString(PORT),
                        "SMTP_FROM",
                        "orders@gofood.test",
                        "NOTIFICATION_MAIL_PAUSE_SECONDS",
                        "1",
                        "NOTIFICATION_MAIL_TRIES",
                        "3");
    }

    private static GreenMail serve() {
        var server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @AfterAll
    static void stop() {
        bed.close();
        server.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    private static void person(long id, @Nullable String email) {
        var user =
                new User(id, "Ann", email, null, Set.of(Role.CUSTOMER), Set.of(), Instant.now(), 1);
        bed.neighbour("user").answer("GET", "/users/" + id, 200, user);
    }

    private static void delivered(long order, long customer) {
        bed.asService("order")
                .tell("order.delivered", order, new OrderEvent.Delivered(order, customer, 7, 31));
    }

    private static void picked(long order, long customer) {
        bed.asService("order")
                .tell("order.picked_up", order, new OrderEvent.PickedUp(order, customer, 7));
    }

    @Test
    void a_delivered_order_is_also_told_by_mail() throws Exception {
        person(12, "ann@gofood.test");
        picked(456, 12);
        delivered(456, 12);
        assertThat(server.waitForIncomingEmail(8000, 1)).isTrue();
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("ann@gofood.test");
        assertThat(mail.getFrom()[0].toString()).contains("orders@gofood.test");
        assertThat(mail.getSubject())
                .isEqualTo("Your goFOOD order 456 · Votre commande goFOOD 456");
        assertThat(mail.getContent().toString())
                .contains("Your food is there.", "Votre repas est là.");
        assertThat(mail.getHeader("Message-ID")[0]).endsWith("@gofood.test>");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void guests_and_people_who_left_get_none_and_hold_up_nobody() {
        person(13, null);
        delivered(457, 13);
        delivered(458, 14);
        person(15, "joe@gofood.test");
        delivered(459, 15);
        assertThat(server.waitForIncomingEmail(8000, 1)).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_user_service_that_is_away_is_asked_again() throws Exception {
        bed.neighbour("user").answer("GET", "/users/16", 500, "{\"code\":\"internal\"}");
        delivered(460, 16);
        awaitRequests("/users/16", 1);
        person(16, "kim@gofood.test");
        assertThat(server.waitForIncomingEmail(8000, 1)).isTrue();
    }

    @Test
    void a_mail_server_that_is_away_is_tried_three_times_and_given_up() throws Exception {
        person(17, "lee@gofood.test");
        server.stop();
        delivered(461, 17);
        awaitRequests("/users/17", 3);
        Thread.sleep(700);
        server = serve();
        Thread.sleep(700);
        assertThat(requests("/users/17")).isEqualTo(3);
        assertThat(server.getReceivedMessages()).isEmpty();
        var inbox = bed.as(Role.CUSTOMER, 17).get("/notifications");
        assertThat(inbox.body().path("unread").asLong()).isEqualTo(1);
    }

    private static void awaitRequests(String path, int count) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(8));
        while (requests(path) < count && Instant.now().isBefore(until)) Thread.sleep(20);
        assertThat(requests(path)).isGreaterThanOrEqualTo(count);
    }

    private static long requests(String path) {
        return bed.neighbour("user").requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }
}
