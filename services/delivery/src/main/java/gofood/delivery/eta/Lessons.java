package gofood.delivery.eta;

import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lessons' table, and what the newest of it teach.
public final class Lessons {
    /// The newest of each restaurant or vehicle count.
    private static final int NEWEST = 50;

    private static final Duration REREAD_AFTER = Duration.ofSeconds(10);

    private final Foundation base;
    private Learned learned = Learned.nothing();
    private Instant readAt = Instant.EPOCH;

    private record Lesson(Topic topic, String subject, double value) {}

    public Lessons(Foundation base) {
        this.base = base;
    }

    /// Notes what something really took; bounded, so that one odd case teaches no nonsense.
    public void learn(Tx tx, Topic topic, Object subject, double value) {
        tx.update(
                "INSERT INTO lesson (topic, subject, at, value) VALUES (?, ?, ?, ?)",
                topic,
                subject.toString(),
                base.clock().instant(),
                topic.bounded(value));
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
        tx.list(
                        """
                        SELECT topic, subject, value
                          FROM (SELECT topic, subject, value,
                                       row_number() OVER (PARTITION BY topic, subject
                                                          ORDER BY at DESC) AS place
                                  FROM lesson) l
                         WHERE place <= ?
                        """,
                        row ->
                                new Lesson(
                                        Topic.valueOf(row.text("topic")),
                                        row.text("subject"),
                                        row.decimal("value")),
                        NEWEST)
                .forEach(lesson ->
                        lessons.computeIfAbsent(lesson.topic, _ -> new HashMap<>())
                                .computeIfAbsent(lesson.subject, _ -> new ArrayList<>())
                                .add(lesson.value));
        return lessons;
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
