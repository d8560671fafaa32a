package gofood.delivery.ride;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Offers.Standing;
import gofood.platform.db.Row;
import java.util.List;

/// How an offer is read from its row, with what its ride says.
final class OfferRows {
    static final String SELECT =
            """
            SELECT o.*, d.restaurant_name, d.pickup, d.dropoff, d.tip, d.cash_due, d.currency,
                   coalesce(d.cooked_at, d.delayed_to, d.ready_at) AS ready
              FROM offer o JOIN delivery d ON d.delivery_id = o.delivery_id
            """;

    private OfferRows() {}

    static Asked read(Row row) {
        return new Asked(
                row.number("offer_id"),
                row.number("delivery_id"),
                row.number("courier_id"),
                Standing.valueOf(row.text("status")),
                row.text("restaurant_name"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.number("pickup_metres"),
                row.number("distance_metres"),
                new Money(row.number("pay")),
                new Money(row.number("tip")),
                RideRows.amount(row, "cash_due"),
                row.text("currency"),
                row.findInstant("ready"),
                List.of(row.numbers("together")),
                row.text("tour"),
                row.instant("expires_at"),
                row.text("status").equals("ACCEPTED") && row.findInstant("ended_at") == null,
                row.number("change"));
    }
}
