package gofood.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The simulator's own small door: what drives the simulated people. Where nobody is simulated the
/// path does not exist.
public final class SimulatorApi {
    private SimulatorApi() {}

    /// `GET /simulator`: how it is driven, and what came of it so far; for operators.
    ///
    /// @param since when it began
    /// @param ordered how many orders its customers placed
    /// @param delivered how many of them arrived
    /// @param ended how many came to nothing
    public record SimulatorState(
            Drive drive, Instant since, long ordered, long delivered, long ended) {}

    /// `PUT /simulator`: what is left out stays as it is.
    ///
    /// @param running false: nobody orders any more, what is under way comes to its end
    /// @param speed how much faster kitchens and couriers are than in life
    /// @param ordersPerHour by the clock on the wall
    /// @param couriers how many of them work
    /// @param rain couriers ride slower and customers stay at home
    /// @param slowKitchens kitchens need three times as long
    public record Drive(
            @Nullable Boolean running,
            @Nullable Double speed,
            @Nullable Integer ordersPerHour,
            @Nullable Integer couriers,
            @Nullable Boolean rain,
            @Nullable Boolean slowKitchens) {
        public Drive {
            InvalidField.number("orders_per_hour", ordersPerHour, 0, 10_000);
            InvalidField.number("couriers", couriers, 0, 500);
            if (speed != null && !(speed >= 0.1 && speed <= 60))
                throw new InvalidField("speed", "must be 0.1 to 60");
        }
    }
}
