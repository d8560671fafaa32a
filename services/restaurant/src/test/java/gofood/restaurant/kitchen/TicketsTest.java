package gofood.restaurant.kitchen;

import static gofood.contracts.RestaurantApi.TicketStatus.COMPLETE;
import static gofood.contracts.RestaurantApi.TicketStatus.PREPARING;
import static gofood.contracts.RestaurantApi.TicketStatus.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.restaurant.kitchen.NewTickets.Wanted;
import gofood.restaurant.kitchen.Tickets.Move;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final String WITHOUT_INDEX =
            "SELECT pg_stat_get_xact_tuples_hot_updated('ticket'::regclass) AS rows";

    @Test
    void a_kitchens_step_touches_no_index() {
        var env = TestBed.emptyDatabase("restaurant");
        var tickets = new Tickets();
        try (var db = Db.open(env, "restaurant", new SimpleMeterRegistry())) {
            var rows =
                    db.tx(tx -> {
                        var now = Instant.now();
                        NewTickets.add(tx, List.of(Wanted.now(OrderNews.paid(7, 1))), now);
                        for (var to : List.of(RECEIVED, PREPARING, COMPLETE)) {
                            tickets.move(tx, 7, new Move(to, now, "staff 12", null), now);
                            tx.flush();
                        }
                        return tx.one(WITHOUT_INDEX, row -> row.number("rows"));
                    });
            assertThat(rows).isEqualTo(3);
        }
    }
}
