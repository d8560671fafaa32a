package gofood.payment;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.OrderApi.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What happens to one order of the storm, as its seed wants it.
///
/// @param life what the order service tells, in order
/// @param rides what the delivery service tells, at any time
/// @param refunds what operators do after that many events of its life, in two windows at once
record StormOrder(
        long id,
        List<OrderEvent> life,
        List<DeliveryEvent> rides,
        List<String> refunds,
        boolean ends) {
    private static final List<String> TOKENS =
            List.of(
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_mastercard",
                    "tok_twice",
                    "tok_late",
                    "tok_timeout_after_charge",
                    "tok_declined",
                    "tok_capture_fails",
                    "cash",
                    "cash",
                    "wallet",
                    "wallet",
                    "wallet");

    static StormOrder of(long id, Random random) {
        var customer = 1 + random.nextInt(40);
        var restaurant = 1 + random.nextInt(9);
        var courier = 1 + random.nextInt(20);
        var price = price(random);
        var token = TOKENS.get(random.nextInt(TOKENS.size()));
        var life = new ArrayList<OrderEvent>();
        var rides = new ArrayList<DeliveryEvent>();
        life.add(
                new OrderEvent.Placed(
                        id,
                        customer,
                        restaurant,
                        "Chez Test",
                        PaymentBed.ITEMS,
                        price,
                        PaymentBed.by(token)));
        var steps = random.nextInt(12);
        if (steps > 1)
            life.add(new OrderEvent.Received(id, customer, restaurant, "Chez Test", Instant.EPOCH));
        if (steps > 2 && random.nextInt(5) == 0) life.add(changed(id, customer, restaurant, price));
        if (steps > 3) life.add(new OrderEvent.Preparing(id, customer, restaurant));
        var ends = random.nextInt(10) > 0;
        if (ends && steps > 4) {
            life.add(new OrderEvent.Delivered(id, customer, restaurant, courier));
            rides.add(earned(id, courier, 450));
            if (random.nextInt(3) == 0) grants(life, random, id, customer, restaurant);
        } else if (ends) {
            life.add(end(random, id, customer, restaurant, price));
            if (steps > 2) rides.add(earned(id, courier, 225));
        }
        return new StormOrder(id, life, rides, refunds(random), ends);
    }

    private static Price price(Random random) {
        var items = Money.cents(2820);
        var tip = Money.cents(random.nextInt(300));
        if (random.nextInt(3) > 0) return PaymentBed.price(items, Money.ZERO, tip, "EUR", null);
        var funded = random.nextBoolean() ? Liable.RESTAURANT : Liable.PLATFORM;
        return PaymentBed.price(
                items,
                Money.cents(random.nextInt(1000)),
                tip,
                "EUR",
                new Applied("HELLO", PromotionKind.AMOUNT, funded));
    }

    private static OrderEvent changed(long id, long customer, long restaurant, Price price) {
        var items = List.of(PaymentBed.ITEMS.getFirst());
        var less =
                PaymentBed.price(
                        Money.cents(2420), price.discount(), price.tip(), "EUR", price.promotion());
        return new OrderEvent.Changed(id, customer, restaurant, items, less, "Gone.", null);
    }

    private static DeliveryEvent earned(long id, long courier, long cents) {
        return new DeliveryEvent.Earned(id, courier, Money.cents(cents), "EUR", "A ride.");
    }

    private static void grants(
            List<OrderEvent> life, Random random, long id, long customer, long restaurant) {
        for (int i = 0; i <= random.nextInt(3); i++)
            life.add(
                    new OrderEvent.RefundGranted(
                            id,
                            customer,
                            restaurant,
                            // some problems are told twice
                            id * 10 + random.nextInt(2),
                            Money.cents(1 + random.nextInt(3000)),
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(new ProblemItem(1, 1 + random.nextInt(2))),
                            anyone(random),
                            "It was cold.",
                            null));
    }

    private static Liable anyone(Random random) {
        return Liable.values()[random.nextInt(Liable.values().length)];
    }

    private static OrderEvent end(
            Random random, long id, long customer, long restaurant, Price price) {
        var charged =
                switch (random.nextInt(3)) {
                    case 0 -> Money.ZERO;
                    case 1 -> price.total();
                    default -> Money.cents(random.nextInt(2_000));
                };
        var food = random.nextBoolean() ? Money.ZERO : Money.cents(2420);
        var settlement = new Settlement(anyone(random), charged, food);
        return random.nextInt(4) == 0
                ? new OrderEvent.Rejected(id, customer, restaurant, "too busy", settlement)
                : new OrderEvent.Cancelled(
                        id, customer, restaurant, "customer", "too slow", settlement);
    }

    private static List<String> refunds(Random random) {
        var liable = List.of("restaurant", "courier", "platform").get(random.nextInt(3));
        var to = random.nextInt(3) == 0 ? "wallet" : "method";
        var tail = "\"reason\": \"x\", \"liable\": \"%s\", \"to\": \"%s\"}".formatted(liable, to);
        return switch (random.nextInt(10)) {
            case 0 -> List.of("{\"amount\": %d, ".formatted(1 + random.nextInt(30)) + tail);
            case 1 -> List.of("{\"items\": [{\"line\": 1, \"quantity\": 1}], " + tail);
            case 2 -> List.of("{" + tail);
            default -> List.of();
        };
    }
}
