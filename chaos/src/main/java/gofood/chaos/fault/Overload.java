package gofood.chaos.fault;

import gofood.chaos.crowd.Attempt;
import gofood.chaos.law.Violation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Three times as many orders as it can take, from people who give up at the first no. It must go
/// on taking nearly as many as at its best, and what it took must be paid.
final class Overload implements Fault {
    private static final double FIRST_RATE = 8;
    private static final double MOST = 400;
    private static final double GOOD_ENOUGH = 0.9;
    private static final Duration STEP = Duration.ofSeconds(5);

    private double usual;
    private double peak;
    private Instant begun = Instant.MIN;
    private double goodput;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String about() {
        return "three times the capacity: goodput stays at %.1f of the peak".formatted(GOOD_ENOUGH);
    }

    @Override
    public Duration span(boolean full) {
        return full ? Duration.ofMinutes(5) : Duration.ofSeconds(20);
    }

    /// Finds the capacity, by more and more until no more of it is taken.
    @Override
    public void begin(Stage stage, Random dice) throws InterruptedException {
        var bustle = stage.bustle();
        usual = bustle.rate();
        stage.village().closeEarly(true);
        peak = 0;
        for (var rate = FIRST_RATE; rate <= MOST; rate *= 1.6) {
            bustle.rate(rate, false);
            // what the step before has left is not counted
            Thread.sleep(Duration.ofSeconds(1));
            var from = Instant.now();
            Thread.sleep(STEP);
            var taken = goodput(stage, from, Instant.now());
            peak = Math.max(peak, taken);
            if (taken < 0.8 * rate) break;
        }
        bustle.rate(3 * peak, false);
        begun = Instant.now().plusSeconds(1);
    }

    private static double goodput(Stage stage, Instant from, Instant to) {
        var good =
                stage.witness().attempts(from, to).stream()
                        .filter(attempt -> attempt.deed().equals("place"))
                        .filter(Attempt::isGood)
                        .count();
        return good * 1000.0 / Duration.between(from, to).toMillis();
    }

    @Override
    public void end(Stage stage) {
        goodput = goodput(stage, begun, Instant.now());
        stage.bustle().rate(usual, true);
        stage.village().closeEarly(false);
    }

    @Override
    public List<Violation> verdict(Stage stage) throws SQLException {
        var found = new ArrayList<Violation>();
        System.out.printf(
                "  overload: peak %.1f orders/s, at three times that %.1f/s (%.2f)%n",
                peak, goodput, goodput / peak);
        if (goodput < GOOD_ENOUGH * peak)
            found.add(
                    new Violation(
                            "goodput",
                            "at three times the capacity",
                            "%.1f orders/s".formatted(GOOD_ENOUGH * peak),
                            "%.1f orders/s".formatted(goodput)));
        var unpaid =
                stage.databases()
                        .number(
                                "order",
                                "SELECT count(*) FROM order_step WHERE reason = 'PAYMENT_SILENT'");
        if (unpaid > 0)
            found.add(
                    new Violation(
                            "goodput", "answers of payment", "in time", unpaid + " came too late"));
        return found;
    }
}
