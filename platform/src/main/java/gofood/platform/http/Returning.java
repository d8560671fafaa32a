package gofood.platform.http;

import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import java.net.URI;
import java.time.Duration;

/// Waits for a replica that left to be back and ready.
final class Returning {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /// Who is away for longer is known by the circuit breaker.
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private Returning() {}

    static void await(URI replica) {
        var client = Outgoing.client(PATIENCE).readTimeout(PATIENCE).keepAlive(false).build();
        var until = System.nanoTime() + AT_MOST.toNanos();
        try {
            do Thread.sleep(LOOK_EVERY);
            while (!isReady(client, replica) && System.nanoTime() < until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(Http1Client client, URI replica) {
        var address = replica.resolve("/health/ready");
        try (var response = client.method(Method.GET).uri(address).request()) {
            return response.status().code() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
