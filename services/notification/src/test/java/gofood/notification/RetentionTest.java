package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.events.Timers;
import gofood.platform.testing.TestBed;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What happens to old messages.
class RetentionTest {
    private static final Recipient ANN = new Recipient(12, List.of("user:12"));
    private static final Recipient OPERATOR = new Recipient(1, List.of(Message.OPERATORS));
    private static Db db;
    private final Notifications notifications = new Notifications();

    @BeforeAll
    static void start() {
        db =
                Db.open(
                        TestBed.emptyDatabase("notification"),
                        "notification",
                        new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        db.close();
    }

    private long add(Message message, Instant at) {
        return db.tx(tx -> notifications.add(tx, List.of(message), at).getFirst());
    }

    private long unread(Recipient who) {
        return db.tx(tx -> notifications.unread(tx, who));
    }

    private void forget() {
        var clock = Clock.systemUTC();
        new Retention(
                        db,
                        new Timers(db, clock, "here", Tracing.OFF),
                        notifications,
                        new KnownOrders(),
                        new ToldAlerts(),
                        Duration.ofDays(90),
                        clock)
                .forget();
    }

    @Test
    void after_90_days_a_message_is_gone_and_no_longer_counted() {
        var old = Instant.now().minus(Duration.ofDays(91));
        var read = add(Message.toUser(12, "k", Text.same("old and read"), 1), old);
        add(Message.toUser(12, "k", Text.same("old"), 1), old);
        add(Message.toUser(12, "k", Text.same("new"), 1), Instant.now());
        for (int i = 0; i < 1500; i++) add(Message.toOperators("k", Text.same("old"), 1L), old);
        db.run(tx -> notifications.markRead(tx, ANN, read));
        assertThat(unread(ANN)).isEqualTo(2);
        assertThat(unread(OPERATOR)).isEqualTo(1500);
        forget();
        assertThat(unread(ANN)).isEqualTo(1);
        assertThat(unread(OPERATOR)).isZero();
        var left = db.tx(tx -> notifications.page(tx, ANN, Long.MAX_VALUE, false, 10));
        assertThat(left)
                .singleElement()
                .satisfies(m -> assertThat(m.text()).isEqualTo(Text.same("new")));
        db.run(tx -> notifications.markAllRead(tx, ANN));
        assertThat(unread(ANN)).isZero();
        add(Message.toUser(12, "k", Text.same("newer"), 1), Instant.now());
        assertThat(unread(ANN)).isEqualTo(1);
    }
}
