package gofood.simulator.living;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// How many couriers work: more come, or some go home after their ride. Who comes first goes last.
final class Shifts {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Scene scene;

    /// By their numbers; nobody yet, for one who is on their way to the first ride.
    private final Map<Integer, Optional<Messenger>> all = new ConcurrentHashMap<>();

    /// Counted down by each who is there.
    private final CountDownLatch firstOnes;

    private volatile boolean isOver;

    Shifts(Scene scene, int firstOnes) {
        this.scene = scene;
        this.firstOnes = new CountDownLatch(firstOnes);
    }

    CountDownLatch firstOnes() {
        return firstOnes;
    }

    /// Until interrupted.
    void keep() throws InterruptedException {
        while (!isOver) {
            adjust(scene.wheel().couriers());
            Thread.sleep(LOOK);
        }
    }

    private void adjust(int wanted) {
        var staying = all.values().stream().filter(Shifts::stays).count();
        for (int number = 1; staying < wanted; number++) {
            if (all.putIfAbsent(number, Optional.empty()) != null) continue;
            var own = number;
            scene.go(() -> work(own));
            staying++;
        }
        all.entrySet().stream()
                .filter(entry -> stays(entry.getValue()))
                .sorted(Map.Entry.<Integer, Optional<Messenger>>comparingByKey().reversed())
                .limit(Math.max(0, staying - wanted))
                .flatMap(entry -> entry.getValue().stream())
                .forEach(courier -> scene.go(courier::goHome));
    }

    private static boolean stays(Optional<Messenger> courier) {
        return courier.isEmpty() || !courier.get().isGoingHome();
    }

    private void work(int number) throws InterruptedException {
        try {
            var courier = arrive(number);
            all.put(number, Optional.of(courier));
            firstOnes.countDown();
            if (isOver) courier.goHome();
            courier.work();
        } finally {
            all.remove(number);
        }
    }

    private Messenger arrive(int number) throws InterruptedException {
        return scene.eventually(() -> Messenger.arrive(scene, number));
    }

    /// Nobody comes any more, and nobody may be asked.
    void sendAllHome() {
        isOver = true;
        all.values().forEach(courier -> courier.ifPresent(Messenger::goHome));
    }

    /// How many are on shift, or coming.
    int working() {
        return (int) all.values().stream().filter(Shifts::stays).count();
    }
}
