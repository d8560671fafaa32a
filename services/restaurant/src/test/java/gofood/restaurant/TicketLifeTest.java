package gofood.restaurant;

import static gofood.contracts.RestaurantApi.TicketStatus.CANCELLED;
import static gofood.contracts.RestaurantApi.TicketStatus.COLLECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.COMPLETE;
import static gofood.contracts.RestaurantApi.TicketStatus.NEW;
import static gofood.contracts.RestaurantApi.TicketStatus.PREPARING;
import static gofood.contracts.RestaurantApi.TicketStatus.RECEIVED;
import static gofood.contracts.RestaurantApi.TicketStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketLifeTest {
    private record Step(TicketStatus from, TicketStatus to) {}

    private static final Set<Step> LEGAL =
            Set.of(
                    new Step(NEW, RECEIVED),
                    new Step(NEW, REJECTED),
                    new Step(RECEIVED, PREPARING),
                    new Step(RECEIVED, COMPLETE),
                    new Step(PREPARING, COMPLETE));

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
    void the_order_has_the_last_word() {
        for (var now : TicketStatus.values()) {
            assertThat(told(now, new OrderEvent.Cancelled(1, 2, 3, "customer", "-")))
                    .isEqualTo(CANCELLED);
            assertThat(told(now, new OrderEvent.PickedUp(1, 2, 3))).isEqualTo(COLLECTED);
            assertThat(told(now, new OrderEvent.Rejected(1, 2, 3, "-")))
                    .isEqualTo(now == REJECTED ? REJECTED : CANCELLED);
            assertThat(told(now, new OrderEvent.Declined(1, 2, 3, "-"))).isEqualTo(now);
        }
    }

    @Test
    void an_order_that_is_ready_never_moves_a_ticket_back() {
        for (var now : TicketStatus.values())
            assertThat(told(now, new OrderEvent.Complete(1, 2, 3)))
                    .isEqualTo(now.compareTo(COMPLETE) < 0 ? COMPLETE : now);
    }

    @Test
    void what_the_kitchen_said_itself_changes_nothing() {
        for (var now : TicketStatus.values())
            for (var echo :
                    List.<OrderEvent>of(
                            new OrderEvent.Received(1, 2, 3, "Chez Nous", Instant.EPOCH),
                            new OrderEvent.Preparing(1, 2, 3),
                            new OrderEvent.Delivered(1, 2, 3)))
                assertThat(told(now, echo)).isEqualTo(now);
    }

    private static TicketStatus told(TicketStatus now, OrderEvent event) {
        return TicketLife.told(now, event);
    }
}
