package gofood.bench.row.life;

import gofood.bench.load.HttpLine;
import gofood.bench.stand.Stand;
import gofood.platform.run.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// Everybody whom whole lives need. Customers order again as soon as they have eaten.
public final class Crew implements Running {
    private static final Duration RUN_UP = Duration.ofSeconds(3);

    private final Stand stand;
    private final int atOnce;
    private final AtomicLong lives = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong number = new AtomicLong();
    private final Map<Long, CompletableFuture<String>> pins = new ConcurrentHashMap<>();
    private final List<Courier> couriers = new ArrayList<>();
    private volatile boolean ordering;

    private Crew(Stand stand, int atOnce) {
        this.stand = stand;
        this.atOnce = atOnce;
    }

    /// @param atOnce how many lives go on at the same time
    public static Crew muster(Stand stand, int riders, int atOnce) throws IOException {
        var crew = new Crew(stand, atOnce);
        for (var rider : stand.town().riders(riders)) {
            stand.town().onShift(rider, true);
            crew.couriers.add(Courier.listening(stand.door(), rider, crew::pin));
        }
        return crew;
    }

    /// The code of a door, once the food of that order stands ready.
    private CompletableFuture<String> pin(long order) {
        return pins.computeIfAbsent(order, _ -> new CompletableFuture<>());
    }

    /// Lives that ended well within the time, while as many others were under way as before.
    public double livesPerSecond(Duration length) throws Exception {
        ordering = true;
        var away = new CountDownLatch(atOnce);
        for (var i = 0; i < atOnce; i++) Thread.ofVirtual().start(() -> live(away));
        Thread.sleep(RUN_UP);
        var before = lives.get();
        var begun = System.nanoTime();
        Thread.sleep(length);
        var rate = (lives.get() - before) * 1e9 / (System.nanoTime() - begun);
        ordering = false;
        away.await();
        if (broken.getAndSet(0) > 0) throw new IOException("some lives ended badly");
        return rate;
    }

    private void live(CountDownLatch away) {
        try (var asks = new HttpLine(stand.door());
                var kitchen = new HttpLine(stand.door())) {
            while (ordering) {
                new WholeLife(stand, asks, kitchen, this::pin).live(number.getAndIncrement());
                lives.incrementAndGet();
            }
        } catch (IOException | RuntimeException e) {
            stand.say("          a life ended badly: " + e.getMessage());
            broken.incrementAndGet();
        } finally {
            away.countDown();
        }
    }

    @Override
    public void close() {
        couriers.forEach(Courier::close);
    }
}
