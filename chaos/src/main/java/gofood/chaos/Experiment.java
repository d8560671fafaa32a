package gofood.chaos;

import gofood.chaos.crowd.Attempt;
import gofood.chaos.fault.Fault;
import gofood.chaos.fault.Stage;
import gofood.chaos.law.FactFinder;
import gofood.chaos.law.Laws;
import gofood.chaos.law.Violation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// One fault after the other on one stage: people order, something breaks, it is mended, people are
/// served again, all comes to rest, and the laws are checked.
final class Experiment {
    /// The deeds of an order's way; each must succeed again after a fault.
    private static final List<String> WAY =
            List.of("place", "confirm", "cook", "ready", "accept", "pickup", "deliver");

    private final Stage stage;
    private final boolean full;
    private final double ordersPerSecond;
    private final FactFinder facts;
    private final Quiet quiet;

    /// @param full whether faults last as long as they may
    Experiment(Stage stage, boolean full, double ordersPerSecond) {
        this.stage = stage;
        this.full = full;
        this.ordersPerSecond = ordersPerSecond;
        facts = new FactFinder(stage.databases(), stage.village().operator());
        quiet = new Quiet(stage.bustle(), stage.databases());
    }

    /// From the first failure people are given so long until everything works again.
    private Duration patience() {
        return Duration.ofSeconds(full ? 180 : 90);
    }

    Outcome of(Fault fault, Random dice) throws InterruptedException {
        var impossible = fault.impossible(stage);
        if (impossible.isPresent()) return Outcome.skipped(fault.name(), impossible.get());
        var violations = new ArrayList<Violation>();
        stage.bustle().rate(ordersPerSecond, true);
        if (served(Instant.now(), patience()).size() < WAY.size())
            violations.add(new Violation("start", "before the fault", "all is well", "it is not"));
        Thread.sleep(Duration.ofSeconds(full ? 10 : 2));

        var begun = Instant.now();
        make(fault, dice, violations);
        var mended = Instant.now();
        var recovery = served(mended, patience());
        for (var deed : WAY)
            if (!recovery.containsKey(deed))
                violations.add(
                        new Violation(
                                "recovery",
                                deed,
                                "works within %d s".formatted(patience().toSeconds()),
                                "it does not"));
        var attempts = stage.witness().attempts(begun, Instant.now());
        var failures = attempts.stream().filter(Attempt::isFailure).toList();
        if (fault.isUnnoticed())
            for (var failure : failures)
                violations.add(
                        new Violation("unnoticed", failure.path(), "no failure", "" + failure));
        check(fault, violations);
        return new Outcome(
                fault.name(), Optional.empty(), violations, failures, attempts.size(), recovery);
    }

    private void make(Fault fault, Random dice, List<Violation> violations)
            throws InterruptedException {
        try {
            fault.begin(stage, dice);
            Thread.sleep(fault.span(full));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            violations.add(new Violation("fault", fault.name(), "could be made", "" + e));
        }
        try {
            fault.end(stage);
        } catch (Exception e) {
            violations.add(new Violation("fault", fault.name(), "could be ended", "" + e));
        }
    }

    /// @return for each deed that succeeded, how long after the moment
    private Map<String, Duration> served(Instant since, Duration patience)
            throws InterruptedException {
        var until = since.plus(patience);
        var found = new LinkedHashMap<String, Duration>();
        while (found.size() < WAY.size() && Instant.now().isBefore(until)) {
            for (var deed : WAY)
                if (!found.containsKey(deed))
                    stage.witness()
                            .first(since, a -> a.deed().equals(deed) && a.isGood())
                            .ifPresent(
                                    first -> found.put(deed, Duration.between(since, first.end())));
            Thread.sleep(200);
        }
        return found;
    }

    private void check(Fault fault, List<Violation> violations) throws InterruptedException {
        var took = quiet.await(patience());
        System.out.printf("  quiet after %d s%n", took.toSeconds());
        try {
            violations.addAll(fault.verdict(stage));
            violations.addAll(Laws.broken(facts.collect(stage.witness())));
        } catch (SQLException e) {
            violations.add(new Violation("check", "the databases", "can be read", "" + e));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            violations.add(new Violation("check", fault.name(), "a verdict", "" + e));
        }
    }
}
