package gofood.chaos.law;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.chaos.law.Facts.Applied;
import gofood.chaos.law.Facts.Books;
import gofood.chaos.law.Facts.Charge;
import gofood.chaos.law.Facts.Sent;
import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredPayment;
import gofood.chaos.law.Facts.StoredRide;
import gofood.chaos.law.Facts.TimelineStep;
import gofood.chaos.law.Facts.View;
import gofood.chaos.law.Facts.Waits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each law, shown that it can be broken: a good day, and one thing in it that is wrong.
final class LawsTest {
    private final GoodDay day = new GoodDay();

    private void breaks(String law, String what) {
        assertThat(Laws.broken(day.facts()))
                .as(law)
                .anySatisfy(violation -> {
                    assertThat(violation.law()).isEqualTo(law);
                    assertThat(violation.toString()).contains(what);
                })
                .allSatisfy(violation -> assertThat(violation.law()).isEqualTo(law));
    }

    @Test
    void a_good_day_breaks_no_law() {
        assertThat(Laws.broken(day.facts())).isEmpty();
    }

    // I1

    @Test
    void i1_an_answered_order_that_is_not_there() {
        day.orders.removeIf(order -> order.id() == GoodDay.CANCELLED);
        day.payments.removeIf(payment -> payment.orderId() == GoodDay.CANCELLED);
        breaks("I1", "no such row");
    }

    @Test
    void i1_an_answered_order_that_is_another_one() {
        day.seen.put("key-1", new Facts.Seen("created 1001", new View(1001, "other", 7, "x")));
        breaks("I1", "GET shows");
    }

    @Test
    void i1_an_answered_order_that_nobody_is_shown() {
        day.seen.put("key-1", new Facts.Seen("created 1001", null));
        breaks("I1", "it does not");
    }

    @Test
    void i1_a_repetition_with_another_answer() {
        day.placements.getFirst().answers().add("something else");
        breaks("I1", "something else");
    }

    @Test
    void i1_a_repetition_after_all_with_another_answer() {
        day.seen.put("key-1", new Facts.Seen("no", day.seen.get("key-1").order()));
        breaks("I1", "seen no");
    }

    // I2

    @Test
    void i2_a_delivered_order_that_was_not_charged() {
        day.payment(
                GoodDay.DELIVERED,
                new StoredPayment(1, 1001, "Captured", "CAPTURED", 0, 0, null, true, false));
        day.charge(1, new Charge("ch_1", 1, "CAPTURED", 0, 0));
        breaks("I2", "20.000 kept");
    }

    @Test
    void i2_a_rejected_order_whose_money_was_not_given_back() {
        day.payment(
                GoodDay.CANCELLED,
                new StoredPayment(2, 1002, "Captured", "CAPTURED", 5_000, 0, 0L, true, false));
        day.charge(2, new Charge("ch_2", 2, "CAPTURED", 5_000, 0));
        breaks("I2", "0.000 kept, seen 5.000");
    }

    @Test
    void i2_the_provider_took_more_than_we_know() {
        day.charge(1, new Charge("ch_1", 1, "CAPTURED", 40_000, 0));
        breaks("I2", "20.000 at the provider, seen 40.000");
    }

    @Test
    void i2_money_that_stays_reserved_at_the_provider() {
        day.charge(2, new Charge("ch_2", 2, "AUTHORIZED", 0, 0));
        breaks("I2", "nothing held any more");
    }

    @Test
    void i2_a_cancellation_for_nothing_that_costs_something() {
        day.payment(
                GoodDay.CANCELLED,
                new StoredPayment(2, 1002, "Captured", "CAPTURED", 5_000, 0, 5_000L, true, false));
        day.charge(2, new Charge("ch_2", 2, "CAPTURED", 5_000, 0));
        breaks("I2", "Nothing is charged.");
    }

    @Test
    void i2_a_cancellation_that_payment_never_heard_of() {
        day.order(
                GoodDay.CANCELLED,
                order ->
                        new StoredOrder(
                                order.id(),
                                order.note(),
                                order.status(),
                                order.total(),
                                0,
                                "customer",
                                "Not hungry. It costs 5 of 10.",
                                order.timeline()));
        day.payment(
                GoodDay.CANCELLED,
                new StoredPayment(2, 1002, "Authorized", "X", 0, 0, null, true, false));
        breaks("I2", "never heard of it");
    }

    @Test
    void i2_an_order_without_a_payment() {
        day.payments.removeIf(payment -> payment.orderId() == GoodDay.CANCELLED);
        breaks("I2", "seen none");
    }

    // I3

    @Test
    void i3_two_orders_for_one_key() {
        day.order(GoodDay.CANCELLED, order -> GoodDay.copy(order, 1002, "key-1"));
        day.placements.removeLast();
        breaks("I3", "[1001, 1002]");
    }

    @Test
    void i3_a_key_that_was_answered_with_two_orders() {
        day.placements.getFirst().orderIds().add(1003L);
        breaks("I3", "one order");
    }

    @Test
    void i3_two_charges_for_one_order() {
        day.charges.add(new Charge("ch_again", 1, "CAPTURED", 0, 0));
        breaks("I3", "one charge");
    }

    @Test
    void i3_two_payments_for_one_order() {
        day.payments.add(new StoredPayment(9, 1001, "Voided", "X", 0, 0, null, true, false));
        breaks("I3", "one payment");
    }

    // I4

    @Test
    void i4_a_ride_given_to_somebody_while_another_has_it() {
        day.ride(new StoredRide(1, 1001, "DELIVERED", 31L, GoodDay.twiceAssigned()));
        breaks("I4", "free before it is given");
    }

    @Test
    void i4_two_rides_for_one_order() {
        day.rides.add(new StoredRide(9, 1001, "CANCELLED", null, List.of("WAITING")));
        breaks("I4", "one delivery");
    }

    @Test
    void i4_two_couriers_who_delivered() {
        day.deliveredBy.put(1001L, List.of(31L, 32L));
        breaks("I4", "delivered by one courier");
    }

    @Test
    void i4_another_courier_than_the_books_say() {
        day.deliveredBy.put(1001L, List.of(32L));
        breaks("I4", "[32]");
    }

    @Test
    void i4_a_delivered_order_whose_ride_is_not() {
        day.ride(new StoredRide(1, 1001, "CANCELLED", 31L, List.of("WAITING", "CANCELLED")));
        breaks("I4", "a delivery that is DELIVERED");
    }

    // I5

    @Test
    void i5_an_order_that_waits_for_ever() {
        day.waits.add(new Waits("order", "order 1001 PAID", Instant.EPOCH));
        breaks("I5", "order 1001 PAID");
    }

    @Test
    void i5_an_order_that_did_not_end() {
        day.order(
                GoodDay.CANCELLED,
                order ->
                        new StoredOrder(
                                1002,
                                "key-2",
                                "PAID",
                                order.total(),
                                0,
                                "",
                                "",
                                List.of(
                                        new TimelineStep(1, "PLACED"),
                                        new TimelineStep(2, "PAID"))));
        breaks("I5", "seen PAID");
    }

    // I6

    @Test
    void i6_an_event_that_was_lost() {
        day.applied.removeFirst();
        breaks("I6", "lost");
    }

    @Test
    void i6_an_event_that_was_applied_twice() {
        var first = day.applied.getFirst();
        day.applied.add(new Applied(first.subscriber(), 99, first.id()));
        breaks("I6", "applied once");
    }

    @Test
    void i6_events_of_one_order_in_another_order() {
        var first = day.applied.removeFirst();
        day.applied.add(new Applied(first.subscriber(), 99, first.id()));
        breaks("I6", "before it");
    }

    @Test
    void i6_an_event_that_waits_is_not_lost() {
        day.sent.add(new Sent("order", 9, UUID.randomUUID(), "payment", "1001", "t", true));
        assertThat(Laws.broken(day.facts())).isEmpty();
    }

    @Test
    void i6_orders_may_overtake_each_other() {
        var one = new Sent("order", 20, UUID.randomUUID(), "payment", "1001", "t", false);
        var other = new Sent("order", 21, UUID.randomUUID(), "payment", "1002", "t", false);
        day.sent.addAll(List.of(one, other));
        day.applied.add(new Applied("payment", 21, other.id()));
        day.applied.add(new Applied("payment", 22, one.id()));
        assertThat(Laws.broken(day.facts())).isEmpty();
    }

    @Test
    void i6_a_kitchen_that_did_not_hear_of_the_end() {
        day.tickets.clear();
        day.tickets.add(new Facts.StoredTicket(GoodDay.DELIVERED, "COMPLETE"));
        breaks("I6", "COLLECTED");
    }

    // I7

    @ParameterizedTest
    @CsvSource({
        "PLACED, RECEIVED", "PLACED, DELIVERED", "PAID, COMPLETE", "PAID, PICKED_UP",
        "RECEIVED, DELIVERED", "COMPLETE, REJECTED", "PICKED_UP, COMPLETE", "PICKED_UP, REJECTED",
        "DELIVERED, CANCELLED", "CANCELLED, PAID", "REJECTED, RECEIVED", "DECLINED, PAID"
    })
    void i7_a_step_that_no_order_takes(String from, String to) {
        day.order(GoodDay.DELIVERED, order -> GoodDay.onTheWay(order, from, to));
        assertThat(OrderLaws.onlyLegalSteps(day.facts()))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.expected()).startsWith(from + " → ");
                    assertThat(violation.seen()).isEqualTo(to);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PLACED, SCHEDULED", "PLACED, DECLINED", "PLACED, CANCELLED", "PAID, REJECTED",
        "RECEIVED, PICKED_UP", "RECEIVED, RECEIVED", "COMPLETE, CANCELLED", "PICKED_UP, CANCELLED"
    })
    void i7_a_step_that_orders_take(String from, String to) {
        day.order(GoodDay.DELIVERED, order -> GoodDay.onTheWay(order, from, to));
        assertThat(OrderLaws.onlyLegalSteps(day.facts())).isEmpty();
    }

    @Test
    void i7_a_step_that_is_missing() {
        day.order(
                GoodDay.CANCELLED,
                order ->
                        GoodDay.with(
                                order,
                                List.of(
                                        new TimelineStep(1, "PLACED"),
                                        new TimelineStep(3, "CANCELLED"))));
        breaks("I7", "step 2");
    }

    @Test
    void i7_a_timeline_that_ends_elsewhere() {
        day.order(
                GoodDay.CANCELLED,
                order -> GoodDay.with(order, List.of(new TimelineStep(1, "PLACED"))));
        breaks("I7", "PLACED");
    }

    @Test
    void i7_a_timeline_that_begins_elsewhere() {
        day.order(
                GoodDay.CANCELLED,
                order -> GoodDay.with(order, List.of(new TimelineStep(1, "CANCELLED"))));
        breaks("I7", "begins with PLACED");
    }

    // I8

    @Test
    void i8_a_ledger_that_does_not_add_up() {
        day.books = new Books(3, List.of(2L), BigDecimal.ONE, List.of(), "");
        breaks("I8", "entry 2");
    }

    @Test
    void i8_an_account_that_is_not_its_lines() {
        day.books = new Books(3, List.of(), BigDecimal.ZERO, List.of("provider:card"), "");
        breaks("I8", "provider:card");
    }

    @Test
    void i8_a_ledger_that_says_so_itself() {
        day.books = new Books(3, List.of(), BigDecimal.ZERO, List.of(), "200 {differences}");
        breaks("I8", "differences");
    }

    @Test
    void i8_a_ledger_without_entries() {
        day.books = new Books(0, List.of(), BigDecimal.ZERO, List.of(), "");
        breaks("I8", "none, though money was taken");
    }

    @Test
    void a_check_of_nothing_is_no_success() {
        day.placements.clear();
        day.orders.clear();
        day.payments.clear();
        day.charges.clear();
        day.rides.clear();
        day.deliveredBy.clear();
        breaks("I1", "some, after all that was done");
    }
}
