package gofood.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Settlement;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import gofood.platform.db.Db;
import gofood.platform.events.Timers;
import gofood.platform.testing.Seeds;
import gofood.platform.testing.TestBed;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What holds in every life, whoever says what in which order, twice or too late.
class AnyLifeTest {
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    /// All that an order's money may depend on.
    private record Case(
            OrderStatus at, boolean grace, Liable liable, PayBy payBy, Money dishes, Money total) {}

    private final Map<Case, Settlement> settled = new HashMap<>();

    @Test
    void what_is_said_twice_is_done_once() {
        Seeds.play(
                A_WHILE,
                seed -> {
                    var any = new AnyLife(seed);
                    var order = any.placed();
                    var now = AnyLife.NOON;
                    for (int i = 0; i < 40; i++) {
                        now = now.plus(any.pause());
                        var event = any.event(now);
                        var turn = Turn.of(order, event, now, AnyLife.GRACE);
                        if (turn.isEmpty()) continue;
                        order = turn.get().order();
                        assertThat(Turn.of(order, event, now, AnyLife.GRACE)).isEmpty();
                    }
                });
    }

    @Test
    void what_ended_stays_as_it_is_and_the_timeline_only_grows() {
        Seeds.play(
                A_WHILE,
                seed -> {
                    var any = new AnyLife(seed);
                    var order = any.placed();
                    var now = AnyLife.NOON;
                    for (int i = 0; i < 60; i++) {
                        now = now.plus(any.pause());
                        var before = order;
                        var event = any.event(now);
                        order =
                                any.oneIn(6)
                                        ? order.delayed(now.plusSeconds(600)).orElse(order)
                                        : Turn.of(order, event, now, AnyLife.GRACE)
                                                .map(Turn::order)
                                                .orElse(order);
                        if (before.state() instanceof State.Ended)
                            assertThat(order).isEqualTo(before);
                        if (order == before) continue;
                        assertThat(order.step()).isEqualTo(before.step() + 1);
                        assertThat(order.version()).isEqualTo(before.version() + 1);
                        assertThat(order.since()).isAfterOrEqualTo(before.since());
                        assertThat(order.purchase()).isEqualTo(before.purchase());
                    }
                });
    }

    @Test
    void what_it_costs_depends_on_where_it_ended_and_by_whose_fault_and_on_nothing_else() {
        Seeds.play(
                A_WHILE,
                seed -> {
                    var any = new AnyLife(seed);
                    var order = any.placed();
                    var now = AnyLife.NOON;
                    for (int i = 0; i < 40; i++) {
                        now = now.plus(any.pause());
                        var event = any.event(now);
                        var turn = Turn.of(order, event, now, AnyLife.GRACE);
                        if (turn.isEmpty()) continue;
                        requireSound(order, event, turn.get());
                        order = turn.get().order();
                    }
                });
        assertThat(settled).hasSizeGreaterThan(20);
    }

    private void requireSound(Order before, Event event, Turn turn) {
        var money = turn.settled();
        var off = turn.off();
        var price = before.purchase().price();
        assertThat(money != null).isEqualTo(turn.order().isCalledOff());
        if (money == null) return;
        assertThat(money.liable()).isEqualTo(event.liable());
        assertThat(money.charged()).isBetween(Money.ZERO, price.total());
        assertThat(money.restaurant()).isBetween(Money.ZERO, price.itemsTotal());
        if (off.payBy() == PayBy.CASH) assertThat(money.charged()).isEqualTo(Money.ZERO);
        var begun = List.of(OrderStatus.PLACED, OrderStatus.SCHEDULED, OrderStatus.PAID);
        if (begun.contains(off.status()) || event.liable() == Liable.RESTAURANT)
            assertThat(money).isEqualTo(new Settlement(event.liable(), Money.ZERO, Money.ZERO));
        if (event.liable() != Liable.CUSTOMER) assertThat(money.charged()).isEqualTo(Money.ZERO);
        var same =
                new Case(
                        off.status(),
                        off.grace(),
                        event.liable(),
                        off.payBy(),
                        price.itemsTotal(),
                        price.total());
        assertThat(settled.merge(same, money, (first, _) -> first)).isEqualTo(money);
    }

    /// The party that is waited for, and until when, is a matter of the clock alone: if nobody says
    /// anything any more, every order ends.
    @Test
    void whatever_has_happened_no_order_waits_for_ever() {
        try (var db = Db.open(TestBed.emptyDatabase("life"), "life", new SimpleMeterRegistry())) {
            // only to be had; nothing is set here
            var timers = new Timers(db, Clock.systemUTC(), "here", Tracing.OFF);
            var deadlines = new OrderDeadlines(AnyLife.config(), timers);
            Seeds.play(A_WHILE, seed -> ends(new AnyLife(seed), deadlines));
        }
    }

    private static void ends(AnyLife any, OrderDeadlines deadlines) {
        var order = any.placed();
        var now = AnyLife.NOON;
        while (!any.oneIn(12)) {
            now = now.plus(any.pause());
            order =
                    Turn.of(order, any.event(now), now, AnyLife.GRACE)
                            .map(Turn::order)
                            .orElse(order);
        }
        var states = new ArrayList<OrderStatus>();
        for (int turns = 0; !(order.state() instanceof State.Ended); turns++) {
            states.add(order.state().status());
            assertThat(turns).as("steps by the clock alone: %s", states).isLessThan(3);
            var rungs = deadlines.rungs(order.state(), order.since());
            assertThat(rungs).isSortedAccordingTo(Comparator.comparing(rung -> rung.at()));
            var last = rungs.getLast();
            assertThat(last.at()).isBefore(now.plus(Duration.ofHours(6)));
            now = later(now, last.at());
            order = rung(order, deadlines, now);
        }
        assertThat(deadlines.rungs(order.state(), order.since())).isEmpty();
    }

    /// As [OrderEvents#waited] does it.
    private static Order rung(Order order, OrderDeadlines deadlines, Instant now) {
        var passed = deadlines.passed(order.state(), order.since(), now).orElseThrow();
        var event =
                switch (passed.action()) {
                    case OrderDeadlines.Action.Cook _ -> new Event.KitchenTimeCame();
                    case OrderDeadlines.Action.Cancel(var why, var liable) ->
                            new Event.PlatformCancelled("deadline", why, liable);
                    case OrderDeadlines.Action.Tell tell ->
                            throw new AssertionError("the last rung only tells: " + tell);
                };
        return Turn.of(order, event, now, AnyLife.GRACE).orElseThrow().order();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
