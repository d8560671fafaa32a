package gofood.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of rules, every fault against every state.
class SharesTest {
    private static final EnumSet<OrderStatus> OVER =
            EnumSet.of(
                    OrderStatus.DECLINED,
                    OrderStatus.DELIVERED,
                    OrderStatus.REJECTED,
                    OrderStatus.CANCELLED);

    /// Written by hand from docs/money.md, not from the code: whose fault, where the order was,
    /// what percent of the dishes the customer pays, what percent the restaurant is paid.
    private static final List<String> TABLE =
            List.of(
                    "CUSTOMER PLACED 0 0",
                    "CUSTOMER SCHEDULED 0 0",
                    "CUSTOMER PAID 0 0",
                    "CUSTOMER RECEIVED 50 50",
                    "CUSTOMER PREPARING 100 100",
                    "CUSTOMER COMPLETE 100 100",
                    "CUSTOMER PICKED_UP 100 100 ride",
                    "RESTAURANT PLACED 0 0",
                    "RESTAURANT SCHEDULED 0 0",
                    "RESTAURANT PAID 0 0",
                    "RESTAURANT RECEIVED 0 0",
                    "RESTAURANT PREPARING 0 0",
                    "RESTAURANT COMPLETE 0 0",
                    "RESTAURANT PICKED_UP 0 0",
                    "COURIER PLACED 0 0",
                    "COURIER SCHEDULED 0 0",
                    "COURIER PAID 0 0",
                    "COURIER RECEIVED 0 50",
                    "COURIER PREPARING 0 100",
                    "COURIER COMPLETE 0 100",
                    "COURIER PICKED_UP 0 100",
                    "PLATFORM PLACED 0 0",
                    "PLATFORM SCHEDULED 0 0",
                    "PLATFORM PAID 0 0",
                    "PLATFORM RECEIVED 0 50",
                    "PLATFORM PREPARING 0 100",
                    "PLATFORM COMPLETE 0 100",
                    "PLATFORM PICKED_UP 0 100");

    @Test
    void the_table_is_as_it_is_written() {
        var found = new ArrayList<String>();
        for (var liable : Liable.values())
            for (var status : EnumSet.complementOf(OVER)) {
                var shares = Shares.of(liable, status, false);
                found.add(
                        "%s %s %d %d%s"
                                .formatted(
                                        liable,
                                        status,
                                        shares.customer(),
                                        shares.restaurant(),
                                        shares.ride() ? " ride" : ""));
            }
        assertThat(found).isEqualTo(TABLE);
    }

    @Test
    void a_moment_after_the_kitchens_yes_it_is_still_free_for_the_customer() {
        assertThat(Shares.of(Liable.CUSTOMER, OrderStatus.RECEIVED, true))
                .isEqualTo(new Shares(0, 0, false));
    }

    @Test
    void what_is_over_is_not_settled_again() {
        for (var liable : Liable.values())
            for (var status : OVER)
                assertThatThrownBy(() -> Shares.of(liable, status, false))
                        .isInstanceOf(IllegalArgumentException.class);
    }
}
