package gofood.restaurant.webhook;

import gofood.platform.http.Outgoing;
import gofood.platform.http.Signature;
import gofood.restaurant.webhook.CheckedNames.NoAddress;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webclient.api.ConnectedSocketChannelInfo;
import io.helidon.webclient.api.ConnectedSocketInfo;
import io.helidon.webclient.api.ConnectionListener;
import io.helidon.webclient.http1.Http1Client;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Sends one message to a receiver, whom nobody trusts: no redirects, no connection used twice, no
/// more of the answer read than its head, and the whole within one limit of time, however slowly
/// the receiver speaks.
final class Receiver {
    private static final System.Logger LOG = System.getLogger(Receiver.class.getName());

    /// The connection of the message that this thread sends.
    private static final ScopedValue<Opened> OPENED = ScopedValue.newInstance();

    private final Http1Client client;
    private final Duration patience;
    private final Clock clock;

    /// What came of it.
    sealed interface Outcome {
        record Taken(int status) implements Outcome {}

        /// Whoever listens there wants nothing more, ever.
        record Gone(int status) implements Outcome {}

        /// @param status null without an answer
        /// @param notBefore how long the receiver wants to be left alone
        record NotTaken(@Nullable Integer status, String why, @Nullable Duration notBefore)
                implements Outcome {}
    }

    /// @param secrets each signs
    record Letter(String url, List<String> secrets, String messageId, byte[] body) {}

    /// The client leaves a connection open on which something else is spoken than HTTP.
    private static final class Opened implements AutoCloseable {
        private @Nullable Socket socket;

        @Override
        public void close() {
            try {
                if (socket != null) socket.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "not closed", e);
            }
        }
    }

    /// Remembers what is opened.
    private static final class Noticing implements ConnectionListener {
        @Override
        public void socketConnected(ConnectedSocketInfo connected) {
            OPENED.get().socket = connected.socket();
        }

        @Override
        public void socketChannelConnected(ConnectedSocketChannelInfo connected) {}
    }

    Receiver(CheckedNames names, Tls tls, Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
        client =
                Outgoing.client(patience)
                        .readTimeout(patience)
                        .keepAlive(false)
                        .sendExpectContinue(false)
                        .dnsResolver(names)
                        .connectionListener(new Noticing())
                        .tls(tls)
                        .build();
    }

    /// The sending has a thread of its own, which is interrupted when time is up: that closes the
    /// socket whatever it waits for. Only a lookup of the name can't be broken off; it is left
    /// behind and ends by itself.
    ///
    /// @throws InterruptedException when we are stopping; the message counts as not sent
    Outcome send(Letter letter) throws InterruptedException {
        var sending = new FutureTask<>(() -> postAndClose(letter));
        Thread.ofVirtual().name("webhook").start(sending);
        try {
            return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.NotTaken(null, noAnswer(), null);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "webhook not sent", e);
            return new Outcome.NotTaken(null, why(e), null);
        } finally {
            sending.cancel(true);
        }
    }

    private Outcome postAndClose(Letter letter) {
        try (var opened = new Opened()) {
            return ScopedValue.where(OPENED, opened).call(() -> post(letter));
        }
    }

    private Outcome post(Letter letter) {
        var request =
                client.post()
                        .uri(URI.create(letter.url))
                        .header(HeaderValues.CONTENT_TYPE_JSON)
                        .header(HeaderNames.USER_AGENT, "goFOOD-webhooks");
        Signature.of(letter.secrets.toArray(String[]::new))
                .sign(letter.messageId, clock.instant(), letter.body)
                .forEach((name, value) -> request.header(HeaderNames.create(name), value));
        try (var response = request.submit(letter.body)) {
            return outcome(response.status().code(), response.headers());
        }
    }

    private static Outcome outcome(int status, Headers headers) {
        if (status >= 200 && status <= 299) return new Outcome.Taken(status);
        if (status == 410) return new Outcome.Gone(status);
        return new Outcome.NotTaken(
                status, "Answered with %d.".formatted(status), retryAfter(headers).orElse(null));
    }

    /// In seconds; the form with a date is rare and counts as none.
    private static Optional<Duration> retryAfter(Headers headers) {
        return headers.first(HeaderNames.RETRY_AFTER)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private String noAnswer() {
        return "No answer within %d ms.".formatted(patience.toMillis());
    }

    /// In our words: those of an exception may tell of our network.
    private String why(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) return noAnswer();
            if (cause instanceof NoAddress known) return String.valueOf(known.getMessage());
            if (cause instanceof SSLException)
                return "TLS failed, or the certificate is not valid.";
        }
        return "The connection failed.";
    }
}
