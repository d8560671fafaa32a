package gofood.delivery.eta;

import gofood.contracts.Vehicle;

/// How busy the couriers are.
///
/// @param waiting rides that look for a courier, or will
/// @param couriers on shift
/// @param free those of them without a ride
/// @param usual what most of them ride
public record Load(int waiting, int couriers, int free, Vehicle usual) {
    /// For a ride that so many others go before.
    public Load behind(int ahead) {
        return new Load(ahead, couriers, free, usual);
    }

    private static final double LONGEST_WAIT_SECONDS = 2700;

    /// How long one more ride waits until somebody is free for it.
    ///
    /// @param rideSeconds how long a courier is busy with one
    double waitSeconds(double rideSeconds) {
        if (free > waiting) return 0;
        if (couriers == 0) return LONGEST_WAIT_SECONDS;
        return Math.min(LONGEST_WAIT_SECONDS, rideSeconds * (waiting - free + 1) / couriers);
    }
}
