package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.contracts.PaymentApi.Payment;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.simulator.living.Report.Spread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private final Tally tally = new Tally();

    private static OrderView order(long id, OrderStatus last, int... minutes) {
        var timeline = new ArrayList<TimelineEntry>();
        var steps = List.of(OrderStatus.COMPLETE, OrderStatus.PICKED_UP, last);
        for (int i = 0; i < minutes.length; i++)
            timeline.add(
                    new TimelineEntry(
                            i,
                            steps.get(i),
                            NOON.plusSeconds(minutes[i] * 60L),
                            "test",
                            null,
                            null,
                            null));
        return new OrderView(
                id,
                last,
                1,
                1,
                "Chez Nous",
                List.of(),
                price(),
                PayBy.CARD,
                Money.ZERO,
                new Address(43.73, 7.42, "Rue Une"),
                null,
                IfUnavailable.DROP,
                null,
                null,
                NOON,
                null,
                null,
                NOON.plusSeconds(600),
                null,
                List.of(),
                null,
                timeline);
    }

    static Price price() {
        return new Price(
                Money.cents(2000),
                Money.cents(300),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.cents(2300),
                "EUR",
                null,
                List.of());
    }

    private static Payment payment(PaymentStatus status, long captured, long refunded) {
        return new Payment(
                1,
                1,
                1,
                1,
                PayBy.CARD,
                status,
                Money.cents(2300),
                Money.cents(captured),
                Money.cents(refunded),
                "EUR",
                null,
                NOON);
    }

    private Report report(Map<Long, String> unfinished, List<String> wrong) {
        return tally.report(
                new Pace(10, Clock.systemUTC(), NOON),
                unfinished,
                new Auditor.Findings(3, Money.cents(2300), wrong));
    }

    @Test
    void times_are_told_in_the_citys_time() {
        tally.ended(order(1, OrderStatus.DELIVERED, 2, 3, 5));
        tally.ended(order(2, OrderStatus.DELIVERED, 2, 6, 11));
        tally.ended(order(3, OrderStatus.CANCELLED));
        var report = report(Map.of(), List.of());
        assertThat(report.deliveryTime())
                .isEqualTo(new Spread(Duration.ofMinutes(50), Duration.ofMinutes(110)));
        assertThat(report.foodWaiting())
                .isEqualTo(new Spread(Duration.ofMinutes(10), Duration.ofMinutes(40)));
        assertThat(report.onTime()).isEqualTo(0.5);
        assertThat(report.revenue()).isEqualTo(Money.cents(4600));
        assertThat(report.ended())
                .isEqualTo(Map.of(OrderStatus.DELIVERED, 2, OrderStatus.CANCELLED, 1));
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void couriers_are_measured_by_the_delivered_order() {
        tally.ended(order(1, OrderStatus.DELIVERED, 2, 3, 5));
        tally.ended(order(2, OrderStatus.DELIVERED, 2, 3, 5));
        tally.rode(1500);
        tally.rode(1500);
        tally.worked(Duration.ofSeconds(30));
        tally.idled(Duration.ofSeconds(10));
        var report = report(Map.of(), List.of());
        assertThat(report.kilometres()).isEqualTo(1.5);
        assertThat(report.idle()).isEqualTo(0.25);
    }

    @Test
    void a_simulation_without_orders_has_a_report() {
        assertThat(report(Map.of(), List.of()).text()).contains("0 placed: none ended");
    }

    @Test
    void what_is_wrong_is_named() {
        tally.failed(new IllegalStateException("Oh."));
        tally.failed(new IllegalStateException("Oh again."));
        var report = report(Map.of(12L, "PREPARING"), List.of("order 3 has no payment"));
        assertThat(report.isClean()).isFalse();
        assertThat(report.text())
                .contains("order 12 is PREPARING")
                .contains("order 3 has no payment")
                .contains("2 x IllegalStateException")
                .contains("Oh.")
                .doesNotContain("Oh again.");
    }

    @Test
    void of_ten_durations_the_fifth_and_the_ninth_are_told() {
        var ten = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList();
        assertThat(Spread.of(ten))
                .isEqualTo(new Spread(Duration.ofMinutes(5), Duration.ofMinutes(9)));
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(Duration.ZERO, Duration.ZERO));
    }

    /// Each status of the order with each of the payment.
    @Test
    void the_money_is_right_only_in_these_cases() {
        for (var orders : OrderStatus.values())
            for (var payments : PaymentStatus.values()) {
                var captured = payments == PaymentStatus.CAPTURED ? 2300 : 0;
                if (payments == PaymentStatus.REFUNDED) captured = 2300;
                var refunded = payments == PaymentStatus.REFUNDED ? 2300 : 0;
                var wrong = wrong(order(1, orders), payment(payments, captured, refunded));
                assertThat(wrong.isEmpty())
                        .as("%s with %s", orders, payments)
                        .isEqualTo(right(orders).contains(payments));
            }
    }

    private static Optional<String> wrong(OrderView order, @Nullable Payment payment) {
        return Auditor.wrong(order, payment, Money.ZERO);
    }

    @Test
    void what_went_back_for_a_problem_is_missing_rightly() {
        var delivered = order(1, OrderStatus.DELIVERED);
        var payment = payment(PaymentStatus.CAPTURED, 2300, 500);
        assertThat(Auditor.wrong(delivered, payment, Money.cents(500))).isEmpty();
        assertThat(Auditor.wrong(delivered, payment, Money.cents(400))).isPresent();
    }

    private static Set<PaymentStatus> right(OrderStatus status) {
        return switch (status) {
            case DELIVERED -> EnumSet.of(PaymentStatus.CAPTURED);
            case DECLINED -> EnumSet.of(PaymentStatus.DECLINED);
            case REJECTED, CANCELLED ->
                    EnumSet.of(
                            PaymentStatus.VOIDED, PaymentStatus.REFUNDED, PaymentStatus.DECLINED);
            case PLACED, SCHEDULED, PAID, RECEIVED, PREPARING, COMPLETE, PICKED_UP ->
                    EnumSet.allOf(PaymentStatus.class);
        };
    }

    @Test
    void too_little_or_half_given_back_is_wrong() {
        var delivered = order(1, OrderStatus.DELIVERED);
        assertThat(wrong(delivered, payment(PaymentStatus.CAPTURED, 2000, 0))).isPresent();
        assertThat(wrong(delivered, payment(PaymentStatus.CAPTURED, 2300, 100))).isPresent();
        var cancelled = order(1, OrderStatus.CANCELLED);
        assertThat(wrong(cancelled, payment(PaymentStatus.REFUNDED, 2300, 100))).isPresent();
        assertThat(wrong(cancelled, null)).isPresent();
    }
}
