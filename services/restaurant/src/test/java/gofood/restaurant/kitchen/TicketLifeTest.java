package gofood.restaurant.kitchen;

import static gofood.contracts.RestaurantApi.TicketStatus.CANCELLED;
import static gofood.contracts.RestaurantApi.TicketStatus.COLLECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.COMPLETE;
import static gofood.contracts.RestaurantApi.TicketStatus.NEW;
import static gofood.contracts.RestaurantApi.TicketStatus.PREPARING;
import static gofood.contracts.RestaurantApi.TicketStatus.RECEIVED;
import static gofood.contracts.RestaurantApi.TicketStatus.REJECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.wire.Refused;
import gofood.restaurant.kitchen.TicketLife.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TicketLifeTest {
    private record Step(TicketStatus from, TicketStatus to) {}

    private static final Set<Step> LEGAL =
            Set.of(
                    new Step(SCHEDULED, REJECTED),
                    new Step(NEW, RECEIVED),
                    new Step(NEW, REJECTED),
                    new Step(RECEIVED, PREPARING),
                    new Step(RECEIVED, COMPLETE),
                    new Step(RECEIVED, REJECTED),
                    new Step(PREPARING, COMPLETE),
                    new Step(PREPARING, REJECTED));

    /// What the order's words move; where none is named, a ticket stays as it is.
    private static final Map<Class<? extends OrderEvent>, Map<TicketStatus, TicketStatus>> TOLD =
            Map.of(
                    OrderEvent.Paid.class,
                    Map.of(SCHEDULED, NEW),
                    OrderEvent.Complete.class,
                    each(COMPLETE, SCHEDULED, NEW, RECEIVED, PREPARING, REJECTED),
                    OrderEvent.PickedUp.class,
                    each(COLLECTED, TicketStatus.values()),
                    OrderEvent.Cancelled.class,
                    each(CANCELLED, TicketStatus.values()),
                    OrderEvent.Rejected.class,
                    each(
                            CANCELLED, SCHEDULED, NEW, RECEIVED, PREPARING, COMPLETE, COLLECTED,
                            CANCELLED));

    private static Map<TicketStatus, TicketStatus> each(TicketStatus to, TicketStatus... from) {
        return Arrays.stream(from).collect(Collectors.toMap(it -> it, _ -> to));
    }

    @Test
    void the_kitchen_may_take_these_steps_and_no_others() {
        for (var from : TicketStatus.values())
            for (var to : TicketStatus.values()) {
                var refused = catchThrowableOfType(Refused.class, () -> TicketLife.check(from, to));
                if (LEGAL.contains(new Step(from, to))) {
                    assertThat(refused).as("%s → %s", from, to).isNull();
                } else {
                    assertThat(refused).as("%s → %s", from, to).isNotNull();
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo("wrong_state");
                    assertThat(refused.extras()).containsEntry("state", from);
                    assertThat(refused.extras()).containsEntry("allowed", TicketLife.allowed(from));
                }
            }
    }

    @Test
    void only_what_is_being_cooked_can_take_longer() {
        for (var now : TicketStatus.values()) {
            var refused = catchThrowableOfType(Refused.class, () -> TicketLife.checkDelay(now));
            if (now == RECEIVED || now == PREPARING) {
                assertThat(refused).as("%s", now).isNull();
            } else {
                assertThat(refused).as("%s", now).isNotNull();
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.code()).isEqualTo("wrong_state");
                assertThat(refused.detail()).contains("The ticket is " + TicketLife.word(now));
                assertThat(refused.extras()).containsEntry("state", now);
                assertThat(refused.extras()).containsEntry("allowed", List.of(RECEIVED, PREPARING));
            }
        }
    }

    @Test
    void what_is_late_already_takes_so_much_longer_from_now() {
        var now = Instant.parse("2026-05-01T12:00:00Z");
        var longer = Duration.ofMinutes(10);
        assertThat(TicketLife.later(now.plusSeconds(300), now, longer))
                .isEqualTo(now.plusSeconds(900));
        assertThat(TicketLife.later(now.minusSeconds(300), now, longer))
                .isEqualTo(now.plusSeconds(600));
        assertThat(TicketLife.later(null, now, longer)).isEqualTo(now.plusSeconds(600));
    }

    @Test
    void the_order_has_the_last_word_and_moves_a_ticket_so_and_not_otherwise() {
        var events = events();
        assertThat(events.stream().map(OrderEvent::getClass).distinct())
                .hasSize(OrderEvent.class.getPermittedSubclasses().length);
        for (var event : events)
            for (var now : TicketStatus.values())
                assertThat(TicketLife.told(now, event).status())
                        .as("%s of a ticket that is %s", event, now)
                        .isEqualTo(
                                TOLD.getOrDefault(event.getClass(), Map.of())
                                        .getOrDefault(now, now));
    }

    private static List<OrderEvent> events() {
        return List.of(
                OrderNews.placed(1, 3),
                new OrderEvent.Declined(1, 5, 3, "-"),
                OrderNews.scheduled(1, 3),
                OrderNews.paid(1, 3),
                new OrderEvent.Received(1, 5, 3, "House", Instant.EPOCH),
                new OrderEvent.Preparing(1, 5, 3),
                new OrderEvent.Delayed(1, 5, 3, "House", Instant.EPOCH),
                new OrderEvent.Complete(1, 5, 3),
                new OrderEvent.PickedUp(1, 5, 3),
                new OrderEvent.Delivered(1, 5, 3, 31),
                new OrderEvent.HandedOver(1, 5, 3, 31, null),
                OrderNews.rejected(1, 3, "No gas"),
                OrderNews.cancelled(1, 3),
                new OrderEvent.SubstitutionProposed(1, 5, 3, 4, "Bread?", Instant.EPOCH),
                OrderNews.changed(1, 3),
                new OrderEvent.RefundGranted(
                        1, 5, 3, 4, Money.cents(900), List.of(), Liable.PLATFORM, "-", null),
                new OrderEvent.ProblemReported(1, 5, 3, 4, ProblemKind.LATE),
                new OrderEvent.ProblemRefused(1, 5, 3, 4, "-"),
                OrderNews.rated(1, 3),
                OrderNews.overdue(1, 3));
    }

    @Test
    void why_an_order_came_to_nothing_is_told() {
        assertThat(TicketLife.told(NEW, OrderNews.rejected(1, 3, "No gas")))
                .isEqualTo(new Told(CANCELLED, "No gas"));
        assertThat(TicketLife.told(NEW, OrderNews.cancelled(1, 3)))
                .isEqualTo(new Told(CANCELLED, "Changed my mind"));
    }

    @Test
    void only_what_is_for_later_can_be_behind_the_kitchens_word() {
        for (var now : TicketStatus.values())
            for (var wanted : TicketStatus.values())
                assertThat(TicketLife.isAhead(now, wanted))
                        .isEqualTo(now == SCHEDULED && wanted == RECEIVED);
    }
}
