package gofood.delivery.planning;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.util.OptionalInt;

/// How long ways take, already corrected by the pace that was learned. Empty where no way leads. A
/// round asks for the seconds of a pair at most once.
public interface Travel {
    OptionalInt seconds(Vehicle vehicle, Point from, Point to);

    OptionalInt metres(Vehicle vehicle, Point from, Point to);
}
