package gofood.bench.load;

import gofood.bench.ratio.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Requests at a constant rate, whether or not those before are answered; each one's time is
/// counted from the moment at which it was meant to go out.
public final class OpenLoop {
    private OpenLoop() {}

    /// What one client does, for the request of this number.
    public interface Client {
        /// @return whether all went well
        boolean ask(long number) throws Exception;
    }

    /// @param clients who take turns; when all of them wait for answers, the next request goes out
    ///   late, and that counts
    /// @param perSecond the rate of all together
    public static Quantiles run(
            Iterable<? extends Client> clients, double perSecond, Duration length)
            throws InterruptedException {
        var latencies = new Quantiles();
        var next = new AtomicLong();
        var last = Math.round(perSecond * length.toMillis() / 1e3);
        var begun = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var client : clients)
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (var number = next.getAndIncrement();
                                        number < last;
                                        number = next.getAndIncrement()) {
                                    var meant = begun + Math.round(number / perSecond * 1e9);
                                    awaitUntil(meant);
                                    one(client, number, meant, latencies);
                                }
                            }));
        for (var thread : threads) thread.join();
        return latencies;
    }

    private static void awaitUntil(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime())
            LockSupport.parkNanos(left);
    }

    private static void one(Client client, long number, long meant, Quantiles latencies) {
        try {
            if (client.ask(number)) {
                latencies.add(Duration.ofNanos(System.nanoTime() - meant));
                return;
            }
        } catch (Exception e) {
            // a request without an answer failed, whatever the reason
        }
        latencies.failed();
    }
}
