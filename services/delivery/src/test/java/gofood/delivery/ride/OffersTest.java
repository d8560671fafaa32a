package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.Money;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.Offers.Terms;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a courier's live stream reads, while several things happen to their offers at once.
class OffersTest {
    private static final long COURIER = 31;
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Address KITCHEN = new Address(43.7384, 7.4246, "1 Rue Grimaldi");
    private static final Address HOME = new Address(43.7400, 7.4300, "5 Avenue de la Costa");
    private static Db db;
    private final Offers offers = new Offers(new OfferMeters(new SimpleMeterRegistry()));

    @BeforeAll
    static void start() {
        db = Db.open(TestBed.emptyDatabase("delivery"), "delivery", new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        db.close();
    }

    private static long ride(Tx tx, long id) {
        var order =
                new NewDelivery(
                        id,
                        12,
                        7,
                        "Chez Nous",
                        KITCHEN,
                        HOME,
                        "1234",
                        Money.cents(250),
                        Money.cents(150),
                        null,
                        null,
                        NOW,
                        null);
        var wish = new NewRides.Wish(order, new Currency("EUR"), null, null);
        return NewRides.add(tx, List.of(wish), "test", NOW).getFirst();
    }

    private static Terms terms(long ride) {
        return terms(ride, COURIER);
    }

    private static Terms terms(long ride, long courier) {
        return new Terms(
                ride, courier, 300, 900, Money.cents(400), List.of(5L), "[]", NOW.plusSeconds(45));
    }

    private static void register(Tx tx, long courier) {
        tx.update(
                """
                INSERT INTO courier (courier_id, name, vehicle, capacity)
                VALUES (?, 'Ann', 'BICYCLE', 2)
                """,
                courier);
    }

    /// What a stream that goes on after a change shows.
    ///
    /// @return the last change that it has shown
    private long follow(long seen, Map<Long, Standing> shown) {
        var news = db.tx(tx -> offers.newsOf(tx, COURIER, seen));
        for (var offer : news) shown.put(offer.offerId(), offer.standing());
        return news.isEmpty() ? seen : news.getLast().change();
    }

    @Test
    void a_stream_misses_no_change_whatever_is_committed_first() throws Exception {
        var first =
                db.tx(tx -> {
                    register(tx, COURIER);
                    return offers.assigned(tx, terms(ride(tx, 1)));
                });
        var second = db.tx(tx -> offers.open(tx, terms(ride(tx, 2))));
        var changed = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var shown = new HashMap<Long, Standing>();
        long seen;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() ->
                    db.run(tx -> {
                        offers.end(tx, first, Standing.DROPPED, NOW);
                        changed.countDown();
                        await(mayCommit);
                    }));
            await(changed);
            threads.execute(() -> db.run(tx -> offers.end(tx, second, Standing.EXPIRED, NOW)));
            // the second is committed by now, or waits for the first
            Thread.sleep(Duration.ofMillis(300));
            seen = follow(0, shown);
            mayCommit.countDown();
        }
        var _ = follow(seen, shown);
        assertThat(shown).isEqualTo(Map.of(first, Standing.DROPPED, second, Standing.EXPIRED));
    }

    @Test
    void the_changes_of_one_courier_are_numbered_without_gaps() {
        var courier = COURIER + 1;
        var changes =
                db.tx(tx -> {
                    register(tx, courier);
                    var ride = ride(tx, 3);
                    var terms = terms(ride, courier);
                    var declined = offers.open(tx, terms);
                    tx.flush();
                    offers.end(tx, declined, Standing.DECLINED, NOW);
                    offers.open(tx, terms);
                    tx.flush();
                    offers.endOf(tx, ride, Standing.OPEN, Standing.WITHDRAWN, NOW);
                    return offers.newsOf(tx, courier, 0).stream().map(Asked::change).toList();
                });
        assertThat(changes).containsExactly(2L, 4L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
