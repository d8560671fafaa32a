package gofood.notification;

import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Storage of the messages and of who has read them.
final class Notifications {
    private static final int FORGOTTEN_AT_ONCE = 1000;

    /// Lets one transaction at a time tell things. Ids then grow in the order of the commits: who
    /// has seen an id has seen everything below it. Batches of events make up for the waiting.
    void inOrder(Tx tx) {
        tx.one(
                "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('notification'))",
                row -> row.integer("locked"));
    }

    /// Stores messages; the caller holds [#inOrder].
    ///
    /// @return their ids, in the same order
    List<Long> add(Tx tx, List<Message> messages, Instant now) {
        return tx.list(
                """
                WITH message AS (
                     SELECT * FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY
                            AS m (audience, kind, text_en, text_fr, order_id, about, place)),
                counted AS (
                     INSERT INTO audience (name, told)
                     SELECT audience, count(*) FROM message GROUP BY audience
                     ON CONFLICT (name) DO UPDATE SET told = audience.told + excluded.told
                     RETURNING name, told)
                INSERT INTO notification
                       (audience, number, kind, text_en, text_fr, order_id, about, at)
                SELECT m.audience,
                       c.told + 1
                       - row_number() OVER (PARTITION BY m.audience ORDER BY m.place DESC),
                       m.kind, m.text_en, m.text_fr, m.order_id, m.about, ?
                  FROM message m JOIN counted c ON c.name = m.audience
                 ORDER BY m.place
                RETURNING id
                """,
                row -> row.number("id"),
                texts(messages, Message::audience),
                texts(messages, Message::kind),
                texts(messages, message -> message.text().en()),
                texts(messages, message -> message.text().fr()),
                messages.stream().map(Message::orderId).toArray(Long[]::new),
                messages.stream().map(Message::about).toArray(Long[]::new),
                now);
    }

    private static String[] texts(List<Message> messages, Function<Message, String> of) {
        return messages.stream().map(of).toArray(String[]::new);
    }

    /// A page of an inbox, newest first.
    ///
    /// @param before the id below which the page begins
    List<StoredMessage> page(Tx tx, Recipient who, long before, boolean unreadOnly, int limit) {
        var unread = "n.number > coalesce(u.number, 0) AND r.number IS NULL";
        var which = unreadOnly ? "n.id < ? AND " + unread : "n.id < ?";
        return inbox(tx, who, which, before, "n.id DESC", limit);
    }

    /// What came after an id, oldest first.
    List<StoredMessage> after(Tx tx, Recipient who, long id, int limit) {
        return inbox(tx, who, "n.id > ?", id, "n.id", limit);
    }

    /// Takes the first few of each audience by its index, and of those the first few.
    ///
    /// @param which a condition with one `?`, for `id`
    private static List<StoredMessage> inbox(
            Tx tx, Recipient who, String which, long id, String order, int limit) {
        return tx.list(
                """
                SELECT n.* FROM unnest(?) AS mine (audience)
                  LEFT JOIN read_up_to u ON u.person = ? AND u.audience = mine.audience
                 CROSS JOIN LATERAL (
                       SELECT n.id, n.kind, n.text_en, n.text_fr, n.order_id, n.at,
                              n.number <= coalesce(u.number, 0) OR r.number IS NOT NULL AS read
                         FROM notification n
                         LEFT JOIN read_mark r
                           ON r.person = ? AND r.audience = n.audience AND r.number = n.number
                        WHERE n.audience = mine.audience AND %s
                        ORDER BY %s LIMIT ?) n
                 ORDER BY %s LIMIT ?
                """
                        .formatted(which, order, order),
                Notifications::read,
                who.names(),
                who.personId(),
                who.personId(),
                id,
                limit,
                limit);
    }

    /// How many messages a person has not read: all that were told, less what lies below the
    /// person's watermark or was thrown away, less the single marks above it.
    long unread(Tx tx, Recipient who) {
        return tx.one(
                """
                SELECT coalesce(sum(a.told - seen.number
                                    - (SELECT count(*) FROM read_mark r
                                        WHERE r.person = ? AND r.audience = a.name
                                          AND r.number > seen.number)), 0)::bigint AS unread
                  FROM audience a
                  LEFT JOIN read_up_to u ON u.person = ? AND u.audience = a.name
                 CROSS JOIN LATERAL (
                       SELECT greatest(coalesce(u.number, 0), a.forgotten) AS number) seen
                 WHERE a.name = ANY (?)
                """,
                row -> row.number("unread"),
                who.personId(),
                who.personId(),
                who.names());
    }

    /// Marks one message.
    ///
    /// @return false when the person has no such message
    boolean markRead(Tx tx, Recipient who, long id) {
        var found =
                tx.find(
                        """
                        WITH message AS (
                             SELECT audience, number FROM notification
                              WHERE id = ? AND audience = ANY (?)),
                        marked AS (
                             INSERT INTO read_mark (person, audience, number)
                             SELECT ?, audience, number FROM message
                             ON CONFLICT DO NOTHING)
                        SELECT number FROM message
                        """,
                        row -> row.number("number"),
                        id,
                        who.names(),
                        who.personId());
        return found.isPresent();
    }

    /// Marks everything that is there now. What commits meanwhile has a higher number and stays
    /// unread.
    void markAllRead(Tx tx, Recipient who) {
        tx.update(
                """
                INSERT INTO read_up_to (person, audience, number)
                SELECT ?, name, told FROM audience WHERE name = ANY (?) ORDER BY name
                ON CONFLICT (person, audience)
                DO UPDATE SET number = greatest(read_up_to.number, excluded.number)
                """,
                who.personId(),
                who.names());
        tx.update(
                """
                DELETE FROM read_mark r USING read_up_to u
                 WHERE r.person = ? AND u.person = r.person AND u.audience = r.audience
                   AND r.number <= u.number
                """,
                who.personId());
    }

    /// Throws away some of what is older, and what was noted about it; the caller holds [#inOrder].
    ///
    /// @return whether there may be more
    boolean forget(Tx tx, Instant before) {
        var gone =
                tx.one(
                        """
                        WITH gone AS (
                             DELETE FROM notification WHERE id IN (
                                    SELECT id FROM notification WHERE at < ? ORDER BY at LIMIT ?)
                             RETURNING audience, number),
                        newest AS (
                             SELECT audience, max(number) AS number FROM gone GROUP BY audience),
                        unmarked AS (
                             DELETE FROM read_mark r USING newest n
                              WHERE r.audience = n.audience AND r.number <= n.number),
                        remembered AS (
                             UPDATE audience a SET forgotten = greatest(a.forgotten, n.number)
                               FROM newest n WHERE a.name = n.audience)
                        SELECT count(*) AS gone FROM gone
                        """,
                        row -> row.integer("gone"),
                        before,
                        FORGOTTEN_AT_ONCE);
        return gone == FORGOTTEN_AT_ONCE;
    }

    private static StoredMessage read(Row row) {
        return new StoredMessage(
                row.number("id"),
                row.text("kind"),
                new Text(row.text("text_en"), row.text("text_fr")),
                row.findNumber("order_id"),
                row.instant("at"),
                row.flag("read"));
    }
}
