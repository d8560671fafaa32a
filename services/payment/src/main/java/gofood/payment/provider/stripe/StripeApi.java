package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import gofood.payment.provider.ProviderConfig;
import gofood.platform.wire.Json;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Stripe's API over HTTP: forms go there, JSON comes back. Nothing is tried again here, since
/// durable timers do that.
final class StripeApi implements AutoCloseable {
    /// What our requests and the replies look like, whatever the account's own version is.
    static final String VERSION = "2025-11-17.clover";

    private static final System.Logger LOG = System.getLogger(StripeApi.class.getName());
    private static final int MOST_BYTES = 512 << 10;

    private final ProviderConfig.Stripe config;
    private final HttpClient client;
    private final Semaphore lines;

    StripeApi(ProviderConfig.Stripe config) {
        this.config = config;
        lines = new Semaphore(config.atOnce());
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(config.timeout())
                        .build();
    }

    /// Several requests that have to be answered within one time-out.
    Session open() {
        return new Session(System.nanoTime() + config.timeout().toNanos());
    }

    final class Session {
        private final long until;

        private Session(long until) {
            this.until = until;
        }

        StripeReply get(String path) {
            return send(path, request(path).GET().build());
        }

        /// @param key the same for the same thing, however often it is tried
        StripeReply post(String path, Map<String, String> form, String key) {
            var request =
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(encode(form)));
            return send(path, request.build());
        }

        /// Like [#post], for what an intent's own state lets happen only once. Stripe repeats what
        /// it answered to a key for a day, its own failures too; so a failure that is only
        /// remembered is no reason to wait that long.
        StripeReply insist(String path, Map<String, String> form, String key) {
            var reply = post(path, form, key);
            return reply instanceof StripeReply.Failed failed && failed.isRememberedFailure()
                    ? post(path, form, key + "-" + UUID.randomUUID())
                    : reply;
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        }

        private StripeReply send(String path, HttpRequest request) {
            try {
                if (!lines.tryAcquire(left().toNanos(), TimeUnit.NANOSECONDS))
                    return new StripeReply.Silent();
                try {
                    // nothing is begun that nobody waits for any more
                    return left().isZero() ? new StripeReply.Silent() : exchange(path, request);
                } finally {
                    lines.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new StripeReply.Silent();
            }
        }

        private StripeReply exchange(String path, HttpRequest request) throws InterruptedException {
            var answer =
                    client.sendAsync(
                            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            try {
                return read(path, answer.get(left().toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                LOG.log(System.Logger.Level.WARNING, "no answer in time to " + path);
            } catch (ExecutionException e) {
                LOG.log(System.Logger.Level.WARNING, "no answer to " + path + ": " + e.getCause());
            } finally {
                // gives the connection up, and with it the time that Stripe may still need
                answer.cancel(true);
            }
            return new StripeReply.Silent();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(config.url().resolve(path))
                .header("Authorization", "Bearer " + config.key())
                .header("Stripe-Version", VERSION)
                .header("User-Agent", "goFOOD");
    }

    private static StripeReply read(String path, HttpResponse<byte[]> response) {
        var headers = response.headers();
        var body = json(response.body());
        if (response.statusCode() == 200 && body.isObject()) return new StripeReply.Done(body);
        var remembered = headers.firstValue("Idempotent-Replayed").filter("true"::equals);
        var failed =
                new StripeReply.Failed(
                        response.statusCode(), body.path("error"), remembered.isPresent());
        // a declined card is everyday's business
        if (!failed.isCardError())
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} was answered with {1} {2} (request {3})",
                    path,
                    failed.status(),
                    failed.code(),
                    headers.firstValue("Request-Id").orElse("unknown"));
        return failed;
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.tree(body);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
