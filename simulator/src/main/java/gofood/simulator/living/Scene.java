package gofood.simulator.living;

import gofood.contracts.RestaurantApi.Card;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// What everybody in the city shares.
///
/// @param operator for what only an operator may see; never for what people do
/// @param restaurants all, as they were at the start
/// @param warmUp how long the first orders' people hurry; zero where there were orders before
/// @param crowd a virtual thread for each person who does something
record Scene(
        long seed,
        Pace pace,
        Wheel wheel,
        Api operator,
        People people,
        List<Card> restaurants,
        Errands errands,
        Tally tally,
        Duration warmUp,
        ExecutorService crowd) {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    /// What a person does, until it is done or the simulation is closed.
    interface Doing {
        void run() throws InterruptedException;
    }

    void go(Doing doing) {
        crowd.execute(() -> {
            try {
                doing.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) tally.failed(e);
            }
        });
    }

    /// For what nobody can go on without: tried until the platform lets it happen.
    <T> T eventually(Supplier<T> arrival) throws InterruptedException {
        while (true) {
            try {
                return arrival.get();
            } catch (ApiFailure failure) {
                met(failure);
                Thread.sleep(TRY_AGAIN);
            }
        }
    }

    /// A refusal that a well-behaved person can meet is passed over; any other is reported.
    ///
    /// @param expected statuses that are part of life there
    void met(ApiFailure failure, Integer... expected) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
        if (!Arrays.asList(expected).contains(failure.status())) tally.failed(failure);
    }

    /// A courier's time, which is measured.
    ///
    /// @param real by the platform's clock
    void pass(Duration real, boolean busy) throws InterruptedException {
        Thread.sleep(real);
        if (busy) tally.worked(real);
        else tally.idled(real);
    }

    /// The same for something that takes so much of the city's time, with a ride.
    void passCity(Duration city) throws InterruptedException {
        var from = pace.now();
        pace.sleep(city);
        tally.worked(Duration.between(from, pace.now()));
    }

    boolean isWarmingUp() {
        return Duration.between(pace.begin(), pace.now()).compareTo(warmUp) < 0;
    }
}
