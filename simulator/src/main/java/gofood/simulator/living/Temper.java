package gofood.simulator.living;

import gofood.contracts.Vehicle;

/// What kind of courier somebody is. It follows from their number alone, so that the same account
/// is always the same person.
///
/// @param capacity orders in the bag
/// @param declines the share of offers that they decline
/// @param ignores the share of offers that they don't answer
record Temper(int number, Vehicle vehicle, int capacity, double declines, double ignores) {
    private static final int DECLINER = 3;
    private static final int VANISHING = 4;
    private static final int WITHOUT_SIGNAL = 5;
    private static final int UNLUCKY = 6;

    static Temper of(int number) {
        var vehicle =
                switch (number % 10) {
                    case 0 -> Vehicle.FOOT;
                    case 7 -> Vehicle.CAR;
                    case 2, 5, 8 -> Vehicle.SCOOTER;
                    default -> Vehicle.BICYCLE;
                };
        var capacity =
                switch (vehicle) {
                    case FOOT -> 1;
                    case BICYCLE -> 2;
                    case SCOOTER -> number % 20 == 2 ? 3 : 2;
                    case CAR -> 3;
                };
        return new Temper(number, vehicle, capacity, number == DECLINER ? 0.4 : 0.05, 0.03);
    }

    /// Whether something breaks on the way to their so manieth ride.
    boolean breaksDownOn(int accepted) {
        return number % UNLUCKY == 0 && accepted % 12 == 2;
    }

    /// Whether they report it when they wait long for food.
    boolean tells() {
        return number % 3 == 0;
    }

    /// Whether they turn off their telephone after accepting their so manieth ride.
    boolean vanishesOn(int accepted) {
        return number == VANISHING && accepted % 8 == 3;
    }

    /// Whether they have no signal on the way to the customer.
    boolean hasNoSignalOn(int accepted) {
        return number == WITHOUT_SIGNAL && accepted % 3 == 2;
    }
}
