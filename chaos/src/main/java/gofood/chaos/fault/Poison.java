package gofood.chaos.fault;

import gofood.chaos.law.FactFinder;
import gofood.chaos.law.Violation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An event that its subscriber always refuses stands in an outbox. It must be parked, with what is
/// behind it of the same order, and hold up nobody else; once an operator has dropped it, the order
/// goes on.
final class Poison implements Fault {
    private static final String SERVICE = "order";
    private long position;
    private final List<Violation> seen = new ArrayList<>();

    @Override
    public String name() {
        return "poison-event";
    }

    @Override
    public String about() {
        return "an event that its subscriber always refuses, in the outbox of orders";
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 30 : 10);
    }

    /// It has failed nine times already: otherwise it would take minutes.
    @Override
    public void begin(Stage stage, Random dice) throws SQLException {
        seen.clear();
        position =
                stage.databases()
                        .number(
                                SERVICE,
                                """
                                INSERT INTO outbox (id, subscriber, key, type, data, traceparent,
                                                    attempts)
                                SELECT gen_random_uuid(), 'restaurant', id::text, '%s',
                                       '{}', '00-%032x-%016x-01', 9
                                  FROM orders ORDER BY id DESC LIMIT 1
                                RETURNING position
                                """
                                        .formatted(FactFinder.POISON, 1, 1));
    }

    @Override
    public void end(Stage stage) throws SQLException {
        var parked = count(stage, "position = %d AND parked_at IS NOT NULL".formatted(position));
        if (parked != 1) seen.add(new Violation("I6", "the poison event", "parked", "not parked"));
        var heldUp =
                count(
                        stage,
                        """
                        created_at < now() - interval '5 seconds' AND key <>
                               (SELECT p.key FROM outbox p WHERE p.position = %d)
                        """
                                .formatted(position));
        if (heldUp > 0)
            seen.add(
                    new Violation(
                            "I6", "other orders' events", "brought in 5 s", heldUp + " wait"));
        drop(stage);
    }

    private static long count(Stage stage, String where) throws SQLException {
        return stage.databases().number(SERVICE, "SELECT count(*) FROM outbox WHERE " + where);
    }

    private void drop(Stage stage) {
        var path = "/events/parked/%d/drop".formatted(position);
        var answer = stage.village().operator().at(stage.url(SERVICE)).post("operate", path, null);
        if (!answer.isGood())
            seen.add(
                    new Violation(
                            "I6",
                            "dropping the poison event",
                            "2xx",
                            answer.status() + " " + answer.text()));
    }

    @Override
    public List<Violation> verdict(Stage stage) {
        return List.copyOf(seen);
    }
}
