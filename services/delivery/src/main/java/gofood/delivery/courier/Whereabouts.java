package gofood.delivery.courier;

import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.Point;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.run.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where couriers are: the latest position of each, in memory. What comes in goes to the database
/// every few seconds in one statement, and what other replicas stored comes back with it. A ping
/// itself touches no database; the latest by the courier's clock wins, here and there.
///
/// No trail is kept: a new position replaces the one before.
public final class Whereabouts implements Running {
    /// Of what other replicas stored, a little is read twice: who began earlier may commit later.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration NEWS_EVERY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Whereabouts.class.getName());

    private final Foundation base;
    private final Duration every;
    private final Grid grid = new Grid();
    private volatile Instant readUntil = Instant.EPOCH;
    private @Nullable Thread flushing;

    public Whereabouts(Foundation base, Duration every) {
        this.base = base;
        this.every = every;
    }

    public Whereabouts start() {
        exchange();
        flushing = Thread.ofVirtual().name("positions").start(this::exchangeAgainAndAgain);
        return this;
    }

    void seen(long courierId, Ping ping) {
        var now = base.clock().instant();
        grid.noteOurs(new Sign(courierId, ping.lat(), ping.lon(), ping.at(), now));
    }

    /// Someone who asks us something is there, even if they stand still and send no position. That
    /// we keep an old stream open is no sign of them.
    public void heard(long courierId) {
        var now = base.clock().instant();
        // who looks every second is noted only now and then
        grid.noteOursUnlessHeard(new Sign(courierId, null, null, null, now), now.minus(NEWS_EVERY));
    }

    /// Where somebody is who doesn't work is nobody's business.
    ///
    /// @param tx in which their shift ends
    public void forget(Tx tx, long courierId) {
        StoredSigns.forget(tx, courierId);
        tx.afterCommit(() -> grid.forget(courierId));
    }

    /// The last sign of somebody who is somewhere.
    public Optional<Sign> find(long courierId) {
        return grid.find(courierId);
    }

    /// The same for a courier who may not be there at all.
    public Optional<Sign> ofCourier(@Nullable Long courierId) {
        return courierId == null ? Optional.empty() : find(courierId);
    }

    /// Who is within so many metres of one of these places; a few more, too.
    public Set<Long> near(Collection<Point> places, double metres) {
        return grid.near(places, metres);
    }

    private void exchangeAgainAndAgain() {
        while (true) {
            try {
                Thread.sleep(every);
                exchange();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                LOG.log(System.Logger.Level.WARNING, "positions not stored: " + e.getMessage());
            }
        }
    }

    /// Stores what is new here, and reads what is new elsewhere.
    public void exchange() {
        var ours = grid.takeChanged();
        try {
            var from = readUntil;
            var now = base.clock().instant();
            var theirs =
                    base.db()
                            .tx(tx -> {
                                if (!ours.isEmpty()) store(tx, ours, now);
                                return StoredSigns.storedSince(tx, from);
                            });
            for (var sign : theirs) grid.note(sign);
            readUntil = now.minus(OVERLAP);
        } catch (RuntimeException e) {
            grid.giveBack(ours);
            throw e;
        }
    }

    /// Who doesn't work may send positions: they are thrown away here, so that a ping need not ask
    /// the database whose it is; unless another one came meanwhile, as their shift may have begun.
    private void store(Tx tx, List<Sign> ours, Instant now) {
        var off = StoredSigns.offDuty(tx, ours);
        var allowed =
                ours.stream()
                        .map(sign -> off.contains(sign.courierId()) ? sign.nowhere() : sign)
                        .toList();
        StoredSigns.store(tx, allowed, now);
        var dropped = ours.stream().filter(sign -> off.contains(sign.courierId())).toList();
        tx.afterCommit(() -> grid.forget(dropped));
    }

    /// Deletes what wasn't renewed since then.
    public void prune(Tx tx, Instant before) {
        StoredSigns.prune(tx, before);
        tx.afterCommit(() -> grid.forgetOlderThan(before));
    }

    /// Stores the last of it.
    @Override
    public void close() {
        if (flushing != null) flushing.interrupt();
        exchange();
    }
}
