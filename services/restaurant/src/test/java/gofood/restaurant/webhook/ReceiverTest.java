package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.restaurant.webhook.PlayedReceiver.Answer;
import gofood.restaurant.webhook.Receiver.Letter;
import gofood.restaurant.webhook.Receiver.Outcome;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// One message to a receiver who means no good.
class ReceiverTest {
    private static final String SECRET =
            "whsec_" + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final InetAddress GOOD = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress BAD = InetAddress.ofLiteral("127.0.0.2");

    private static Receiver receiver(CheckedNames names, Duration patience) {
        return new Receiver(names, Tls.builder().build(), patience, Clock.systemUTC());
    }

    private static Receiver receiver(Duration patience) {
        return receiver(new CheckedNames(InetAddress::getAllByName, _ -> true), patience);
    }

    private static Outcome send(Receiver receiver, String url) throws InterruptedException {
        return receiver.send(
                new Letter(url, List.of(SECRET), "msg_1", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    /// Who says something and never ends.
    private interface Villain {
        void speak(OutputStream out) throws IOException, InterruptedException;
    }

    private record Listening(ServerSocket socket, CountDownLatch hungUp) implements AutoCloseable {
        static Listening as(Villain villain) throws IOException {
            var listening = new Listening(new ServerSocket(0, 5, GOOD), new CountDownLatch(1));
            Thread.startVirtualThread(() -> listening.listen(villain));
            return listening;
        }

        private void listen(Villain villain) {
            try (var connection = socket.accept()) {
                connection.getInputStream().read();
                villain.speak(connection.getOutputStream());
                while (connection.getInputStream().read() >= 0) {
                    // until we hang up
                }
            } catch (IOException | InterruptedException e) {
                // we have hung up
            }
            hungUp.countDown();
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static void says(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Outcome.NotTaken notTaken(Villain villain) throws Exception {
        try (var listening = Listening.as(villain)) {
            var outcome = send(receiver(Duration.ofMillis(700)), listening.url());
            // and nothing is left behind: the connection is closed, too
            assertThat(listening.hungUp.await(60, TimeUnit.SECONDS)).isTrue();
            return (Outcome.NotTaken) outcome;
        }
    }

    @Test
    void one_that_hangs_is_left_when_time_is_up() throws Exception {
        var outcome = notTaken(_ -> {});
        assertThat(outcome.why()).isEqualTo("No answer within 700 ms.");
        assertThat(outcome.status()).isNull();
    }

    @Test
    void one_that_drips_its_answer_is_left_when_time_is_up() throws Exception {
        var outcome =
                notTaken(out -> {
                    for (var letter : "HTTP/1.1 200 OK\r\nX: ".repeat(1000).split("")) {
                        says(out, letter);
                        Thread.sleep(50);
                    }
                });
        assertThat(outcome.why()).isEqualTo("No answer within 700 ms.");
    }

    @Test
    void one_whose_head_never_ends_is_left() throws Exception {
        var outcome =
                notTaken(out -> {
                    says(out, "HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 100_000; i++)
                        says(out, "X-%d: %s\r\n".formatted(i, "y".repeat(500)));
                });
        assertThat(outcome.status()).isNull();
    }

    @Test
    void one_that_speaks_no_http_is_not_believed() throws Exception {
        assertThat(notTaken(out -> says(out, "SSH-2.0-OpenSSH_9.9\r\n")).status()).isNull();
    }

    /// What it says after the head is nobody's business.
    @Test
    void the_body_of_an_answer_is_not_read() throws Exception {
        var written = new AtomicInteger();
        try (var listening =
                Listening.as(out -> {
                    says(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        says(out, "1000\r\n" + "z".repeat(4096) + "\r\n");
                        written.addAndGet(4096);
                    }
                })) {
            assertThat(send(receiver(PATIENT), listening.url())).isEqualTo(new Outcome.Taken(200));
            assertThat(listening.hungUp.await(60, TimeUnit.SECONDS)).isTrue();
            // what fits into the sockets' buffers, and nowhere near endless
            assertThat(written.get()).isLessThan(64 << 20);
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (var trap = new PlayedReceiver();
                var till =
                        new PlayedReceiver()
                                .answers(_ -> new Answer(307, Map.of("Location", trap.url())))) {
            var outcome = (Outcome.NotTaken) send(receiver(PATIENT), till.url());
            assertThat(outcome.status()).isEqualTo(307);
            assertThat(trap.taken()).isEmpty();
        }
    }

    @Test
    void no_cookie_is_kept_and_each_message_has_a_connection_of_its_own() throws Exception {
        try (var till =
                new PlayedReceiver().answers(_ -> new Answer(200, Map.of("Set-Cookie", "spy=1")))) {
            var receiver = receiver(PATIENT);
            for (int i = 0; i < 2; i++) send(receiver, till.url());
            assertThat(till.taken()).hasSize(2);
            assertThat(till.taken().getLast().header("Cookie")).isEmpty();
            assertThat(till.taken().getLast().header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void retry_after_is_heard() throws Exception {
        for (var it :
                Map.of("30", Duration.ofSeconds(30), "999999999", Duration.ofSeconds(999_999_999))
                        .entrySet())
            try (var till =
                    new PlayedReceiver()
                            .answers(_ -> new Answer(429, Map.of("Retry-After", it.getKey())))) {
                var outcome = (Outcome.NotTaken) send(receiver(PATIENT), till.url());
                assertThat(outcome.notBefore()).isEqualTo(it.getValue());
            }
        try (var till =
                new PlayedReceiver()
                        .answers(_ -> new Answer(429, Map.of("Retry-After", "tomorrow")))) {
            assertThat(((Outcome.NotTaken) send(receiver(PATIENT), till.url())).notBefore())
                    .isNull();
        }
    }

    /// DNS rebinding: the name is public when it is checked, and a neighbour of ours when it is
    /// asked again. It is asked once for each connection.
    @Test
    void a_name_that_changes_its_mind_is_believed_only_as_it_was_checked() throws Exception {
        try (var till = new PlayedReceiver();
                var inside = new PlayedReceiver("127.0.0.2", till.port())) {
            var asked = new ArrayList<String>();
            CheckedNames.Names fickle =
                    host -> {
                        asked.add(host);
                        return new InetAddress[] {asked.size() % 2 == 1 ? GOOD : BAD};
                    };
            var receiver = receiver(new CheckedNames(fickle, GOOD::equals), PATIENT);
            var url = "http://pos.example.com:" + till.port() + "/";
            assertThat(send(receiver, url)).isEqualTo(new Outcome.Taken(204));
            assertThat(asked).containsExactly("pos.example.com");
            var refused = (Outcome.NotTaken) send(receiver, url);
            assertThat(refused.why()).contains("do not call").doesNotContain("127");
            assertThat(asked).hasSize(2);
            assertThat(till.taken()).hasSize(1);
            assertThat(till.taken().getFirst().header("Host"))
                    .isEqualTo("pos.example.com:" + till.port());
            assertThat(inside.taken()).isEmpty();
        }
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() throws Exception {
        try (var till = new PlayedReceiver()) {
            var names = new CheckedNames(_ -> new InetAddress[] {GOOD, BAD}, GOOD::equals);
            var url = "http://pos.example.com:" + till.port() + "/";
            assertThat(send(receiver(names, PATIENT), url)).isInstanceOf(Outcome.NotTaken.class);
            assertThat(till.taken()).isEmpty();
        }
    }

    @Test
    void a_literal_address_is_checked_as_a_name_is() throws Exception {
        try (var till = new PlayedReceiver()) {
            var names = new CheckedNames(InetAddress::getAllByName, PublicAddresses::contains);
            var port = till.port();
            for (var host : List.of("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"))
                assertThat(send(receiver(names, PATIENT), "http://" + host + ":" + port + "/"))
                        .as(host)
                        .isInstanceOf(Outcome.NotTaken.class);
            assertThat(till.taken()).isEmpty();
        }
    }

    @Test
    void an_unknown_name_and_a_closed_port_are_said_in_our_words() throws Exception {
        CheckedNames.Names unknown =
                host -> {
                    throw new UnknownHostException(host + ": secret resolver detail");
                };
        var nobody =
                send(receiver(new CheckedNames(unknown, _ -> true), PATIENT), "http://x.example/");
        assertThat(((Outcome.NotTaken) nobody).why())
                .isEqualTo("The name of the receiver is not known.");
        int port;
        try (var closed = new ServerSocket(0, 1, GOOD)) {
            port = closed.getLocalPort();
        }
        var away = (Outcome.NotTaken) send(receiver(PATIENT), "http://127.0.0.1:" + port + "/");
        assertThat(away.why()).isEqualTo("The connection failed.");
    }
}
