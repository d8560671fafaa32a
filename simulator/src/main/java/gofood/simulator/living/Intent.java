package gofood.simulator.living;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.simulator.Dice;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What is known of an order before it is placed: it depends on the seed and its number, on nothing
/// else.
///
/// @param number the how manieth order of this simulation, from 1
/// @param customer the number of the customer
/// @param ending what is going to become of it, as far as people decide
/// @param hurryUntil until the order is there, its people are much faster than usual; null: never
record Intent(
        long seed,
        int number,
        int customer,
        Ending ending,
        String card,
        @Nullable OrderStatus hurryUntil) {

    enum Ending {
        DELIVERED,
        CARD_DECLINED,
        KITCHEN_REJECTS,
        CUSTOMER_CANCELS
    }

    /// So few that nobody waits for sign-ups.
    private static final int FIRST_CUSTOMERS = 4;

    private static final double DECLINED = 0.03;
    private static final double CANCELLED = 0.04;
    private static final double TIPS = 0.35;
    private static final double CASH = 0.12;

    static Intent of(long seed, int number, int customers) {
        var random = Dice.of(seed + " " + number, "order");
        var customer = random.nextInt(customers) + 1;
        var fate = random.nextDouble();
        var ending =
                fate < DECLINED
                        ? Ending.CARD_DECLINED
                        : fate < DECLINED + CANCELLED ? Ending.CUSTOMER_CANCELS : Ending.DELIVERED;
        return new Intent(seed, number, customer, ending, card(ending, random), null);
    }

    /// One of the first orders, which shows an order of this status within half a minute.
    static Intent hurried(long seed, int number, int customers, Ending ending, OrderStatus until) {
        var card = card(ending, Dice.of(seed + " " + number, "first card"));
        var customer = number % Math.min(customers, FIRST_CUSTOMERS) + 1;
        return new Intent(seed, number, customer, ending, card, until);
    }

    /// @param purpose keeps the throws of the customer, the cook and so on apart
    Random dice(String purpose) {
        return Dice.of(seed + " " + number, purpose);
    }

    /// What they order: some give a tip, some pay in cash.
    NewOrder order(long restaurantId, List<NewLine> lines, Address door) {
        var habits = dice("habits");
        var tip = habits.nextDouble() < TIPS ? Money.cents(100L * habits.nextInt(1, 4)) : null;
        var cash = ending != Ending.CARD_DECLINED && habits.nextDouble() < CASH;
        var payment =
                cash ? new PaymentMethod(PayBy.CASH, null) : new PaymentMethod(PayBy.CARD, card);
        return new NewOrder(restaurantId, lines, door, null, payment, tip, null, null, null, null);
    }

    /// Whether people hurry to bring the order into this status.
    boolean hurriesTo(OrderStatus status) {
        return hurryUntil != null && status.compareTo(hurryUntil) <= 0;
    }

    private static String card(Ending ending, Random random) {
        var kind = random.nextDouble();
        if (ending == Ending.CARD_DECLINED)
            return kind < 0.5
                    ? "tok_declined"
                    : kind < 0.8 ? "tok_insufficient_funds" : "tok_expired_card";
        return kind < 0.7 ? "tok_visa" : kind < 0.97 ? "tok_mastercard" : "tok_twice";
    }
}
