package gofood.order.life;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.order.OrderConfig;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import gofood.order.price.Tariff;
import gofood.platform.run.Env;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Orders to whom anything may happen at any time, by a seed.
final class AnyLife {
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Address HERE = new Address(43.73, 7.42, "1 Rue Grimaldi");

    private final Random random;

    AnyLife(long seed) {
        random = new Random(seed);
    }

    static OrderConfig config() {
        return new OrderConfig(
                new Currency("EUR"),
                Tariff.from(new Env(Map.of())),
                Money.cents(1_000_000),
                Duration.ofMinutes(5),
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                Duration.ofMinutes(8),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofMinutes(45),
                Duration.ofMinutes(45),
                Duration.ofHours(3),
                Duration.ofSeconds(5),
                GRACE,
                Duration.ofMinutes(3),
                Duration.ofSeconds(3),
                Duration.ofDays(14));
    }

    /// One that was just placed, for now or for later, by card or in cash.
    Order placed() {
        var later = random.nextInt(4) == 0;
        // few, so that lives can be compared
        var dishes = Money.cents(random.nextBoolean() ? 1_299 : 4_000);
        var ride = Money.cents(random.nextBoolean() ? 0 : 290);
        var tip = Money.cents(200);
        var price =
                new Price(
                        dishes,
                        ride,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        tip,
                        dishes.plus(ride).plus(tip),
                        "EUR",
                        null,
                        List.of());
        var bought =
                new Purchase(
                        2,
                        false,
                        7,
                        "Da Gino",
                        List.of(),
                        price,
                        random.nextBoolean() ? PayBy.CARD : PayBy.CASH,
                        IfUnavailable.SWAP,
                        null,
                        later ? NOON.plusSeconds(random.nextInt(7_200)) : null,
                        20,
                        HERE,
                        HERE,
                        null,
                        "1234",
                        NOON,
                        NOON.plusSeconds(3_600));
        var eta = new Eta(NOON.plusSeconds(1_800), NOON.plusSeconds(3_600));
        return new Order(
                1,
                bought,
                new State.Placed(),
                1,
                1,
                NOON,
                null,
                null,
                eta,
                Money.ZERO,
                Money.ZERO,
                null,
                0);
    }

    /// What somebody says or does, whether or not it is their turn; it may be said twice, late or
    /// too early.
    Event event(Instant now) {
        var readyAt = now.plusSeconds(random.nextInt(-600, 2_400));
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Event.PaymentAuthorized(9);
            case 2 -> new Event.PaymentAuthorizedEarly(9, now.plusSeconds(random.nextInt(3_600)));
            case 3 -> new Event.PaymentDeclined("no funds");
            case 4 -> new Event.KitchenTimeCame();
            case 5, 6 -> new Event.KitchenConfirmed(readyAt);
            case 7 -> new Event.CookingStarted();
            case 8, 9 -> new Event.FoodReady();
            case 10 -> new Event.CourierPickedUp(31);
            case 11 -> new Event.CourierDelivered(31);
            case 12 -> random.nextInt(3) == 0 ? new Event.KitchenRejected("full") : event(now);
            default -> random.nextInt(3) == 0 ? callOff() : event(now);
        };
    }

    private Event callOff() {
        var why = StepWhy.said("changed my mind");
        var liable = List.of(Liable.values());
        return random.nextBoolean()
                ? new Event.CustomerCancelled(
                        why, random.nextInt(4) == 0 ? Liable.RESTAURANT : Liable.CUSTOMER)
                : new Event.PlatformCancelled(
                        "operator", why, liable.get(random.nextInt(liable.size())));
    }

    /// Until the next thing happens.
    Duration pause() {
        return Duration.ofSeconds(
                random.nextInt(8) == 0 ? random.nextInt(2_400) : random.nextInt(90));
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
