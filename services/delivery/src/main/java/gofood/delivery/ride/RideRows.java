package gofood.delivery.ride;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.DeliveryApi.RoadProblem;
import gofood.contracts.Money;
import gofood.contracts.Vehicle;
import gofood.delivery.ride.Ride.Delay;
import gofood.delivery.ride.Ride.Fare;
import gofood.delivery.ride.Ride.Food;
import gofood.platform.db.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a ride is read from its row.
final class RideRows {
    /// Its courier is looked up for the row as it is when it has been locked or changed, whatever
    /// it was when the statement began; both words in one look.
    static final String COLUMNS =
            """
            d.*,
            (SELECT jsonb_build_array(c.name, c.vehicle) FROM courier c
              WHERE c.courier_id = d.courier_id) AS courier
            """;

    static final String SELECT = "SELECT " + COLUMNS + " FROM delivery d ";

    private RideRows() {}

    static Ride read(Row row) {
        var status = DeliveryStatus.valueOf(row.text("status"));
        var from = row.findInstant("eta_from");
        var to = row.findInstant("eta_to");
        var door = row.findNumber("door_seconds");
        var courier = row.findJson("courier", String[].class);
        return new Ride(
                row.number("delivery_id"),
                row.number("order_id"),
                row.number("customer_id"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.text("pin"),
                row.integer("pin_failures"),
                food(row),
                fare(row),
                row.findText("note"),
                row.findInstant("not_before"),
                row.findInstant("looking_since"),
                row.findInstant("promised_at"),
                from == null || to == null ? null : new Eta(from, to),
                row.findInstant("eta_pickup"),
                word(row, "eta_status", DeliveryStatus.class),
                row.findInstant("pickup_at"),
                door == null ? null : door.intValue(),
                word(row, "proof", ProofKind.class),
                row.findJson("problem", RoadProblem.class),
                row.instant("created_at"),
                RideState.of(status, row.findNumber("courier_id")),
                courier == null ? null : courier[0],
                courier == null ? null : Vehicle.valueOf(courier[1]),
                List.of(row.json("timeline", DeliveryStep[].class)));
    }

    private static Food food(Row row) {
        var minutes = row.findNumber("preparation_minutes");
        var delayed = row.findInstant("delayed_at");
        var to = row.findInstant("delayed_to");
        return new Food(
                minutes == null ? null : minutes.intValue(),
                row.findInstant("confirmed_at"),
                row.findInstant("ready_at"),
                delayed == null || to == null ? null : new Delay(delayed, to),
                row.findInstant("cooked_at"));
    }

    private static Fare fare(Row row) {
        return new Fare(
                new Money(row.number("tip")),
                amount(row, "cash_due"),
                new Currency(row.text("currency")),
                amount(row, "pay"));
    }

    static @Nullable Money amount(Row row, String column) {
        var mills = row.findNumber(column);
        return mills == null ? null : new Money(mills);
    }

    private static <E extends Enum<E>> @Nullable E word(Row row, String column, Class<E> words) {
        var text = row.findText(column);
        return text == null ? null : Enum.valueOf(words, text);
    }
}
