package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.WebhookApi.MessageStatus;
import gofood.contracts.WebhookApi.WebhookOff;
import gofood.contracts.WebhookApi.WebhookSecret;
import gofood.platform.testing.TestBed;
import gofood.restaurant.webhook.PlayedReceiver.Answer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What ends by a limit, with limits that are soon reached.
class WebhookLimitsTest extends WithReceivers {
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed =
                bed(
                        "RESTAURANT_WEBHOOK_ATTEMPTS",
                        "2",
                        "RESTAURANT_WEBHOOK_OVERLAP_HOURS",
                        "0",
                        "RESTAURANT_WEBHOOK_GIVES_UP_SECONDS",
                        "1");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void a_message_is_given_up_after_its_attempts_and_the_next_of_its_ticket_goes_on() {
        try (var till =
                new PlayedReceiver()
                        .answers(it ->
                                new Answer(it.type().equals("ticket.received") ? 422 : 200))) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            house.say(house.paid(), "Received");
            till.await("ticket.confirmed");
            assertThat(till.types())
                    .containsExactly("ticket.received", "ticket.received", "ticket.confirmed");
            var failed = house.awaitDelivery(hook, it -> it.status() == MessageStatus.FAILED);
            assertThat(failed.attempts()).isEqualTo(2);
            assertThat(failed.lastStatus()).isEqualTo(422);
        }
    }

    @Test
    void an_old_secret_signs_no_longer_than_it_was_said() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var old = house.hook(till);
            var fresh =
                    house.staff()
                            .post(house.at(old.webhook()) + "/secret", "")
                            .as(WebhookSecret.class);
            assertThat(fresh.webhook().oldSecretUntil()).isNull();
            house.paid();
            var message = till.await("ticket.received");
            assertThat(message.isSignedWith(fresh.secret())).isTrue();
            assertThat(message.isSignedWith(old.secret())).isFalse();
        }
    }

    @Test
    void a_receiver_that_takes_nothing_for_long_is_told_nothing_more() {
        try (var till = new PlayedReceiver().answers(_ -> new Answer(500))) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            Eventually.holds(
                    () -> {
                        if (house.now(hook).enabled()) house.paid();
                        return !house.now(hook).enabled();
                    },
                    () -> "still " + house.now(hook));
            assertThat(house.now(hook).disabledBecause()).isEqualTo(WebhookOff.FAILING);
            assertThat(house.deliveries(hook)).allMatch(it -> it.status() == MessageStatus.FAILED);
        }
    }

    /// The others' messages are through before the one that hangs has even been given up.
    @Test
    void a_receiver_that_hangs_slows_no_other() throws InterruptedException {
        var release = new CountDownLatch(1);
        try (var hangs =
                        new PlayedReceiver()
                                .answers(_ -> {
                                    hang(release);
                                    return new Answer(200);
                                });
                var till = new PlayedReceiver()) {
            var dead = House.open(bed);
            dead.hook(Map.of("url", hangs.url()));
            for (int i = 0; i < 6; i++) dead.paid();
            var house = House.open(bed);
            house.hook(till);
            for (int i = 0; i < 6; i++) house.paid();
            till.await(6, _ -> true);
            assertThat(hangs.taken()).isEmpty();
        } finally {
            release.countDown();
        }
    }

    private static void hang(CountDownLatch release) {
        try {
            release.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
