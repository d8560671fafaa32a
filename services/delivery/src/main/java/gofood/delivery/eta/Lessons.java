package gofood.delivery.eta;

import gofood.contracts.Vehicle;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lessons' table, and what the newest of it teach.
public final class Lessons {
    /// The newest of each restaurant or vehicle count.
    private static final int NEWEST = 50;

    /// Of these, so that nobody teaches the city alone.
    private static final int OF_ONE_COURIER = 5;

    private static final Duration REREAD_AFTER = Duration.ofSeconds(10);

    private final Foundation base;
    private Learned learned = Learned.nothing();
    private Instant readAt = Instant.EPOCH;

    private record Lesson(Topic topic, String subject, double value, @Nullable Long teacher) {}

    /// Whose ride it was.
    ///
    /// @param vehicle what they rode
    public record Teacher(long courierId, Vehicle vehicle) {}

    public Lessons(Foundation base) {
        this.base = base;
    }

    /// Notes what something really took; not what can't be.
    ///
    /// @param teacher null for what no courier did
    public void learn(Tx tx, Topic topic, Object subject, double value, @Nullable Teacher teacher) {
        if (!topic.isPlausible(value)) return;
        tx.gather(
                """
                INSERT INTO lesson (topic, subject, at, value, courier_id, vehicle)
                SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::float8[],
                                     ?::bigint[], ?::text[])
                """,
                topic,
                subject.toString(),
                base.clock().instant(),
                value,
                teacher == null ? null : teacher.courierId,
                teacher == null ? null : teacher.vehicle);
    }

    /// What is known, at most some seconds old.
    public synchronized Learned learned() {
        var now = base.clock().instant();
        if (readAt.isBefore(now.minus(REREAD_AFTER))) {
            learned = new Learned(base.db().tx(Lessons::newest));
            readAt = now;
        }
        return learned;
    }

    private static Map<Topic, Map<String, List<Double>>> newest(Tx tx) {
        var lessons = new EnumMap<Topic, Map<String, List<Double>>>(Topic.class);
        var heard = new HashMap<List<Object>, Integer>();
        tx
                .list(
                        """
                        SELECT s.topic, s.subject, l.value, l.courier_id
                          FROM (SELECT DISTINCT topic, subject FROM lesson) s
                          CROSS JOIN LATERAL (
                               SELECT n.value, n.courier_id, n.at FROM lesson n
                                WHERE n.topic = s.topic AND n.subject = s.subject
                                ORDER BY n.at DESC LIMIT ?) l
                         ORDER BY s.topic, s.subject, l.at DESC
                        """,
                        row ->
                                new Lesson(
                                        Topic.valueOf(row.text("topic")),
                                        row.text("subject"),
                                        row.decimal("value"),
                                        row.findNumber("courier_id")),
                        NEWEST)
                .stream()
                .filter(lesson -> isNotTheirSixth(lesson, heard))
                .forEach(lesson ->
                        lessons.computeIfAbsent(lesson.topic, _ -> new HashMap<>())
                                .computeIfAbsent(lesson.subject, _ -> new ArrayList<>())
                                .add(lesson.value));
        return lessons;
    }

    private static boolean isNotTheirSixth(Lesson lesson, Map<List<Object>, Integer> heard) {
        if (lesson.teacher == null) return true;
        var who = List.<Object>of(lesson.topic, lesson.subject, lesson.teacher);
        return heard.merge(who, 1, Integer::sum) <= OF_ONE_COURIER;
    }

    /// Deletes the lessons that don't count any more.
    public void prune(Tx tx) {
        tx.update(
                """
                DELETE FROM lesson l
                 WHERE l.at < (SELECT n.at FROM lesson n
                                WHERE n.topic = l.topic AND n.subject = l.subject
                                ORDER BY n.at DESC OFFSET ? LIMIT 1)
                """,
                NEWEST - 1);
    }
}
