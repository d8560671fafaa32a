package gofood.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/// Chance that falls the same way at every start and on every machine, so that a city that is
/// loaded twice is the same city. Not for secrets.
public final class Dice {
    private Dice() {}

    /// @param place what the chance belongs to, such as an OpenStreetMap id
    /// @param purpose keeps two uses for one place apart
    public static Random of(String place, String purpose) {
        var name = (purpose + " " + place).getBytes(StandardCharsets.UTF_8);
        return new Random(UUID.nameUUIDFromBytes(name).getMostSignificantBits());
    }
}
