package gofood.order.quote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.Point;
import gofood.order.price.Fees;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final Promises OURS = new Promises(new byte[32]);
    private static final Instant UNTIL = Instant.parse("2026-05-01T12:05:00Z");
    private static final Point DOOR = new Point(43.739, 7.425);

    private static Promise promise(int lines) {
        return new Promise(
                "digest",
                UNTIL,
                Collections.nCopies(lines, Money.cents(999_999)),
                new Fees(Money.cents(259), Money.cents(100), Money.ZERO),
                Money.ZERO,
                null,
                Money.cents(4242));
    }

    @Test
    void what_was_signed_is_read_again() {
        assertThat(OURS.read(OURS.sign(promise(3)))).isEqualTo(promise(3));
        assertThat(OURS.sign(promise(100))).as("as an order may carry").hasSizeLessThan(8_000);
    }

    @Test
    void what_was_not_signed_here_is_refused() {
        var token = OURS.sign(promise(1));
        var point = token.indexOf('.');
        var signature = token.substring(point);
        var foreign = new Promises("another key, also of 32 bytes ..".getBytes(UTF_8));
        for (var forged :
                List.of(
                        foreign.sign(promise(1)),
                        "x" + token.substring(1),
                        token.substring(0, point),
                        token.substring(0, point) + ".",
                        "." + signature,
                        signature,
                        token + ".x",
                        token + "=",
                        "{}",
                        "quote"))
            assertThat(catchThrowableOfType(Refused.class, () -> OURS.read(forged)).code())
                    .as(forged)
                    .isEqualTo("invalid_quote");
    }

    @Test
    void all_replicas_and_all_restarts_know_each_others_promises() {
        var env = TestBed.emptyDatabase("order");
        try (var db = Db.open(env, "order", new SimpleMeterRegistry())) {
            assertThat(Promises.open(db).read(Promises.open(db).sign(promise(1))))
                    .isEqualTo(promise(1));
        }
    }

    @Test
    void a_promise_is_over_at_its_last_moment() {
        assertThat(promise(1).isOver(UNTIL.minusMillis(1))).isFalse();
        assertThat(promise(1).isOver(UNTIL)).isTrue();
    }

    private static String basket(
            long restaurant,
            NewLine line,
            Point door,
            @Nullable Money tip,
            @Nullable String promotion,
            @Nullable Instant slot,
            @Nullable String note) {
        var address = new Address(door.lat(), door.lon(), "somewhere");
        var order =
                new NewOrder(
                        restaurant,
                        List.of(line),
                        address,
                        note,
                        null,
                        tip,
                        promotion,
                        slot,
                        null,
                        null);
        return Promise.basket(order, door);
    }

    private static NewLine dish(int quantity, String... options) {
        return new NewLine("301", quantity, List.of(options), null);
    }

    @Test
    void everything_that_the_price_depends_on_makes_another_basket() {
        var basket = basket(7, dish(2, "1", "3"), DOOR, null, null, null, null);
        assertThat(basket(7, dish(2, "3", "1"), DOOR, Money.ZERO, null, null, "ring twice"))
                .isEqualTo(basket);
        assertThat(
                        List.of(
                                basket(8, dish(2, "1", "3"), DOOR, null, null, null, null),
                                basket(7, dish(1, "1", "3"), DOOR, null, null, null, null),
                                basket(7, dish(2, "1"), DOOR, null, null, null, null),
                                basket(
                                        7,
                                        dish(2, "1", "3"),
                                        new Point(43, 7),
                                        null,
                                        null,
                                        null,
                                        null),
                                basket(
                                        7,
                                        dish(2, "1", "3"),
                                        DOOR,
                                        Money.cents(1),
                                        null,
                                        null,
                                        null),
                                basket(7, dish(2, "1", "3"), DOOR, null, "HELLO", null, null),
                                basket(7, dish(2, "1", "3"), DOOR, null, null, UNTIL, null)))
                .doesNotContain(basket)
                .doesNotHaveDuplicates();
    }
}
