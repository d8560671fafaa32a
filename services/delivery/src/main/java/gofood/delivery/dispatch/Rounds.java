package gofood.delivery.dispatch;

import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.RoundNews;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.eta.Lessons;
import gofood.delivery.eta.Load;
import gofood.delivery.ride.LiveRides;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.RideLists;
import gofood.delivery.ride.Rides;
import gofood.delivery.streets.Streets;
import gofood.platform.Foundation;
import gofood.platform.Meters;
import gofood.platform.db.Tx;
import gofood.platform.http.Signals;
import gofood.platform.run.Running;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Plays one round after the other, on one replica at a time: whoever holds the lease. A replica
/// that was cut off and still plays does no harm, since every offer is checked under locks; the
/// lease only saves the work and keeps decisions in one hand.
public final class Rounds implements Running {
    /// After so long without a round another replica takes over.
    private static final Duration LEAST_LEASE = Duration.ofSeconds(10);

    /// After so long a round may begin before its time: what comes at the same moment is decided
    /// together.
    private static final Duration SOON = Duration.ofSeconds(1);

    /// Within the lease.
    private static final Duration MOST_PAUSE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final Foundation base;
    private final Round round;
    private final RoundNews news;
    private final Duration every;
    private final Timer played;
    private final Counter failed;
    private final UUID me;
    private final Instant startedAt;
    private @Nullable Thread playing;
    private Duration lastTook = Duration.ZERO;

    /// null while another replica plays
    private volatile @Nullable Instant lastGood;

    public Rounds(
            Foundation base,
            Rides rides,
            RideLists lists,
            Offers offers,
            Whereabouts whereabouts,
            Lessons lessons,
            Streets streets,
            Offering offering,
            Function<Instant, Load> load,
            RoundNews news,
            DeliveryConfig config) {
        this.base = base;
        this.news = news;
        // the same after a crash, so that the lease is our own still
        this.me = UUID.nameUUIDFromBytes(base.replica().getBytes(StandardCharsets.UTF_8));
        this.every = config.round();
        this.startedAt = base.clock().instant();
        this.played =
                Timer.builder("delivery.round")
                        .serviceLevelObjectives(Meters.seconds(1, 2, 3, 5, 10))
                        .register(base.meters());
        var boards = new Boards(base, new LiveRides(lists), offers, whereabouts, lessons, config);
        var halves = new Halves(base.db(), this::failed);
        var etaNews = new EtaNews(base.outbox(), rides, halves);
        this.failed = base.meters().counter("delivery.round.failed");
        Gauge.builder("delivery.round.good.age", this::goodAge)
                .baseUnit("seconds")
                .description("since the last round in which nothing failed")
                .register(base.meters());
        this.round =
                new Round(
                        base.tracing(),
                        boards,
                        streets,
                        whereabouts,
                        offering,
                        etaNews,
                        halves,
                        load,
                        config,
                        this::failed);
    }

    private double goodAge() {
        var good = lastGood;
        if (good == null) return Double.NaN;
        return Duration.between(good, base.clock().instant()).toMillis() / 1000.0;
    }

    /// Seconds since the last good round, as its player noted it before the next one; 0 while no
    /// ride waits for a courier. From the database, so that each replica tells the same and a dead
    /// player is missed. A replica that has just started gives the others time.
    public long age() {
        return base.db().tx(this::age);
    }

    private long age(Tx tx) {
        var good =
                tx.find(
                        """
                        SELECT greatest(good_at, ?) AS good_at FROM round_lease
                         WHERE EXISTS (
                               SELECT FROM delivery
                                WHERE ended IS NULL AND status = 'WAITING'
                                  AND (ready_at IS NOT NULL OR cooked_at IS NOT NULL))
                        """,
                        row -> row.instant("good_at"),
                        startedAt);
        return good.map(at -> Duration.between(at, base.clock().instant()).toSeconds())
                .map(seconds -> Math.max(0, seconds))
                .orElse(0L);
    }

    public Rounds start() {
        playing = Thread.ofVirtual().name("rounds").start(this::playAgainAndAgain);
        return this;
    }

    private void playAgainAndAgain() {
        try (var heard = news.listen()) {
            while (true) {
                try {
                    pause(heard);
                    if (holdsLease()) playOnce();
                    else lastGood = null;
                } catch (InterruptedException e) {
                    return;
                } catch (Throwable e) {
                    // errors too: without this thread nobody is asked any more, and nothing shows
                    if (Thread.currentThread().isInterrupted()) return;
                    failed(e);
                }
            }
        }
    }

    /// At least as long as the last round took, so that many rides leave room for what moves them
    /// on; but nobody is kept waiting for long because others are many. Then until there is
    /// something new, or it is time anyway.
    private void pause(Signals.Listener heard) throws InterruptedException {
        var rest = max(min(every.dividedBy(3), SOON), min(lastTook, MOST_PAUSE));
        Thread.sleep(rest);
        var left = every.minus(rest);
        if (left.isPositive()) heard.await(left);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void playOnce() {
        if (lastGood == null) lastGood = base.clock().instant();
        var before = failed.count();
        var begin = System.nanoTime();
        try {
            played.record(round::play);
        } finally {
            lastTook = Duration.ofNanos(System.nanoTime() - begin);
        }
        if (failed.count() == before) lastGood = base.clock().instant();
    }

    private void failed(Throwable e) {
        failed.increment();
        LOG.log(System.Logger.Level.WARNING, "a round failed, or a part of it", e);
    }

    private boolean holdsLease() {
        var seconds = max(every.multipliedBy(3), LEAST_LEASE).toSeconds();
        return base.db()
                .tx(tx ->
                        tx.update(
                                        """
                                        UPDATE round_lease
                                           SET holder = ?, until = now() + make_interval(secs => ?),
                                               good_at = greatest(good_at, ?::timestamptz)
                                         WHERE holder = ? OR until < now()
                                        """,
                                        me,
                                        (double) seconds,
                                        lastGood,
                                        me)
                                > 0);
    }

    /// Lets another replica take over at once.
    @Override
    public void close() {
        if (playing != null) {
            playing.interrupt();
            try {
                playing.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        base.db()
                .run(tx ->
                        tx.update(
                                "UPDATE round_lease SET until = '-infinity' WHERE holder = ?", me));
    }
}
