package gofood.delivery.live;

import gofood.delivery.courier.CourierNews;
import gofood.platform.Foundation;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.run.Running;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sees once a second which rides and couriers have changed, whichever replica changed them, in two
/// small queries for all who follow live; and rests while nobody does. The database's own mark of a
/// row's last change tells, so no change has to be announced.
public final class Pulse implements Running {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration WANTED_FOR = Duration.ofSeconds(5);

    /// More than this isn't followed.
    private static final int MOST = 5000;

    private static final Beat NOTHING = new Beat(Map.of(), Map.of());
    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());

    private final Foundation base;
    private final CourierNews news;
    private Consumer<Beat> onBeat = _ -> {};
    private volatile long wantedAt = System.nanoTime() - WANTED_FOR.toNanos();
    private Beat last = NOTHING;
    private @Nullable Thread beating;

    public Pulse(Foundation base, CourierNews news) {
        this.base = base;
        this.news = news;
    }

    /// All that is under way.
    ///
    /// @param rides by id, the oldest first, as far as they aren't over
    /// @param couriers by id: the mark of their last change; who is on shift or has a ride
    /// @param asked by the same ids: how often what they are asked has changed
    record Beat(Map<Long, Mark> rides, Map<Long, Long> couriers, Map<Long, Long> asked) {
        Beat(Map<Long, Mark> rides, Map<Long, Long> couriers) {
            this(rides, couriers, Map.of());
        }

        boolean isAnyLooking() {
            return rides.values().stream().anyMatch(Mark::looking);
        }
    }

    /// @param change differs after each change of the row
    /// @param courierId who has it or is asked
    /// @param looking whether somebody is wanted for it
    record Mark(long change, @Nullable Long courierId, boolean looking) {
        static Mark read(Row row) {
            return new Mark(
                    row.number("change"), row.findNumber("courier_id"), row.flag("looking"));
        }
    }

    /// Hears each beat.
    void on(Consumer<Beat> listener) {
        onBeat = listener;
    }

    public Pulse start() {
        beating = Thread.ofVirtual().name("pulse").start(this::beatAgainAndAgain);
        return this;
    }

    /// Somebody follows; said again and again as long as they do.
    public void wanted() {
        wantedAt = System.nanoTime();
    }

    private void beatAgainAndAgain() {
        while (true) {
            try {
                Thread.sleep(EVERY);
                if (System.nanoTime() - wantedAt < WANTED_FOR.toNanos()) beat();
                else last = NOTHING;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                LOG.log(System.Logger.Level.WARNING, "changes not seen: " + e.getMessage());
            }
        }
    }

    private void beat() {
        var now = base.db().tx(Pulse::read);
        changed(last, now).forEach(news::step);
        differing(last.asked, now.asked).forEach(news::asked);
        last = now;
        onBeat.accept(now);
    }

    /// The couriers who have something new. Whether anybody is wanted at all is news for each.
    private static Set<Long> changed(Beat before, Beat now) {
        if (before.isAnyLooking() != now.isAnyLooking()) return now.couriers.keySet();
        var changed = new HashSet<>(differing(before.couriers, now.couriers));
        for (var id : differing(before.rides, now.rides)) {
            var had = before.rides.get(id);
            var has = now.rides.get(id);
            if (had != null && had.courierId != null) changed.add(had.courierId);
            if (has != null && has.courierId != null) changed.add(has.courierId);
        }
        return changed;
    }

    /// What is new, gone, or not as it was.
    static <T> Set<Long> differing(Map<Long, T> before, Map<Long, T> now) {
        var differing = new HashSet<Long>();
        now.forEach((id, mark) -> {
            if (!mark.equals(before.get(id))) differing.add(id);
        });
        for (var id : before.keySet()) if (!now.containsKey(id)) differing.add(id);
        return differing;
    }

    static Beat read(Tx tx) {
        var rides = new LinkedHashMap<Long, Mark>();
        tx.list(
                """
                SELECT delivery_id, courier_id, xmin::text::bigint AS change,
                       status = 'OFFERED' OR status = 'WAITING' AND looking_since IS NOT NULL
                           AS looking
                  FROM delivery
                 WHERE ended IS NULL
                 ORDER BY delivery_id LIMIT ?
                """,
                row -> rides.put(row.number("delivery_id"), Mark.read(row)),
                MOST);
        var couriers = new LinkedHashMap<Long, Long>();
        var asked = new LinkedHashMap<Long, Long>();
        tx.list(
                """
                SELECT courier_id, xmin::text::bigint AS change, offer_changes FROM courier c
                 WHERE online OR EXISTS (
                       SELECT FROM delivery d
                        WHERE d.courier_id = c.courier_id
                          AND d.slot IS NOT NULL AND d.status <> 'OFFERED')
                 ORDER BY courier_id LIMIT ?
                """,
                row -> {
                    asked.put(row.number("courier_id"), row.number("offer_changes"));
                    return couriers.put(row.number("courier_id"), row.number("change"));
                },
                MOST);
        return new Beat(rides, couriers, asked);
    }

    @Override
    public void close() {
        if (beating != null) beating.interrupt();
    }
}
