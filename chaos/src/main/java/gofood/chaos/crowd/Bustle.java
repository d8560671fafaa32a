package gofood.chaos.crowd;

import gofood.platform.run.Running;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The life in the village: orders come at a rate, whether or not those before them were answered;
/// kitchens and couriers look again and again. When nobody orders any more, the others go on until
/// it is closed.
public final class Bustle implements Running {
    private static final Duration COOK_LOOKS = Duration.ofMillis(500);
    private static final Duration COURIER_LOOKS = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Village village;
    private final Random dice;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger ordering = new AtomicInteger();
    private volatile double ordersPerSecond;
    private volatile boolean patient = true;
    private volatile boolean closing;

    /// @param seed decides who orders what
    public Bustle(Village village, long seed) {
        this.village = village;
        this.dice = new Random(seed);
    }

    public Bustle start() {
        for (var cook : village.cooks()) people.execute(() -> again(cook::look, COOK_LOOKS));
        for (var one : village.couriers()) people.execute(() -> again(one::look, COURIER_LOOKS));
        people.execute(this::order);
        return this;
    }

    /// @param patient whether those who are not answered go on asking; otherwise they give up
    public void rate(double ordersPerSecond, boolean patient) {
        this.ordersPerSecond = ordersPerSecond;
        this.patient = patient;
    }

    public double rate() {
        return ordersPerSecond;
    }

    /// How many customers still wait for the answer to an order.
    public int ordering() {
        return ordering.get();
    }

    private void again(Runnable look, Duration pause) {
        while (!closing)
            try {
                look.run();
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                System.getLogger(Bustle.class.getName())
                        .log(System.Logger.Level.WARNING, "somebody stumbled", e);
            }
    }

    private void order() {
        try {
            while (!closing) {
                var rate = ordersPerSecond;
                if (rate <= 0) {
                    Thread.sleep(50);
                    continue;
                }
                // as people come: independently of each other
                var gap = -Math.log(1 - dice.nextDouble()) / rate;
                Thread.sleep(Duration.ofNanos((long) (gap * 1e9)));
                begin(any(village.diners()), any(village.menus()), new Random(dice.nextLong()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T any(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }

    private void begin(Diner diner, Menu menu, Random own) {
        ordering.incrementAndGet();
        people.execute(() -> {
            try {
                diner.order(menu, patient ? PATIENCE : Duration.ZERO, own);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ordering.decrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        closing = true;
        people.shutdownNow();
        try {
            people.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
