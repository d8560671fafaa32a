package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a service calls another that has replicas, of which some are away.
class PeerTest {
    private final Neighbour well =
            new Neighbour().answer("GET", "/x", 200, "{}").answer("POST", "/x", 200, "{}");
    private final Neighbour sick =
            new Neighbour().answer("GET", "/x", 503, "{}").answer("POST", "/x", 503, "{}");
    private final URI nobody = URI.create("http://127.0.0.1:" + TestBed.freePort());

    @AfterEach
    void close() {
        well.close();
        sick.close();
    }

    private static Peer peer(URI... replicas) {
        return new Peer(new Upstream("other", List.of(replicas)), tokens());
    }

    private static Tokens tokens() {
        return new Tokens("test", TestBed.SECRET, JWKSet::new, Clock.systemUTC());
    }

    @Test
    void a_read_is_tried_at_another_replica() {
        var peer = peer(sick.address(), nobody, well.address());
        for (int i = 0; i < 30; i++) {
            var status = status(peer);
            // two of three may be tried in vain before the breakers know
            assertThat(status).isIn(200, 503);
            if (i > 15) assertThat(status).isEqualTo(200);
        }
    }

    private static int status(Peer peer) {
        try {
            return peer.get("/x").status();
        } catch (Refused refused) {
            return refused.status();
        }
    }

    @Test
    void a_replica_that_fails_is_left_out() {
        var peer = peer(sick.address(), well.address());
        for (int i = 0; i < 40; i++) assertThat(peer.get("/x").status()).isEqualTo(200);
        assertThat(sick.requests().size()).isLessThan(15);
    }

    @Test
    void a_change_is_tried_again_only_if_it_cannot_have_arrived() {
        assertThat(peer(nobody, well.address()).post("/x", "{}").status()).isEqualTo(200);
        var sickOnly = peer(sick.address());
        var refused = catchThrowableOfType(Refused.class, () -> sickOnly.post("/x", "{}"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(sick.requests()).hasSize(1);
    }

    @Test
    void what_was_turned_away_is_asked_elsewhere_whatever_it_is() {
        try (var full = new Neighbour().advise("elsewhere")) {
            full.answer("POST", "/x", 503, "{}");
            var peer = peer(full.address(), well.address());
            for (int i = 0; i < 10; i++) assertThat(peer.post("/x", "{}").status()).isEqualTo(200);
            // nothing is wrong with it, so it is not left out
            assertThat(full.requests()).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void what_was_repeated_below_is_not_repeated_above() {
        try (var tired = new Neighbour().advise("never")) {
            tired.answer("GET", "/x", 503, "{}");
            var peer = peer(tired.address(), tired.address());
            var refused = catchThrowableOfType(Refused.class, () -> peer.get("/x"));
            assertThat(refused.repeat()).contains(Repeat.NEVER);
            assertThat(tired.requests()).hasSize(1);
        }
    }

    @Test
    void a_failure_of_ours_says_that_it_was_repeated() {
        var peer = peer(sick.address(), sick.address());
        var refused = catchThrowableOfType(Refused.class, () -> peer.get("/x"));
        assertThat(refused.repeat()).contains(Repeat.NEVER);
        assertThat(sick.requests()).hasSize(2);
        assertThat(Problems.of(refused, "t").headers()).containsEntry("X-Repeat", "never");
    }

    @Test
    void a_neighbour_that_hangs_holds_only_so_many() throws Exception {
        try (var hanging = new Hanging()) {
            var metrics = new SimpleMeterRegistry();
            var upstream = new Upstream("other", List.of(hanging.address()), 4, metrics);
            var peer = new Peer(upstream, tokens());
            var waiting = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) waiting.add(Thread.ofVirtual().start(() -> status(peer)));
            while (hanging.accepted() < 4) Thread.sleep(5);
            for (int i = 0; i < 8; i++) {
                var refused = catchThrowableOfType(Refused.class, () -> peer.get("/x"));
                assertThat(refused.code()).isEqualTo("upstream_busy");
                assertThat(refused.extras()).containsKey("retry_after_seconds");
            }
            // others are not held up, and nobody else was sent to whom hangs
            assertThat(peer(well.address()).get("/x").status()).isEqualTo(200);
            assertThat(hanging.accepted()).isEqualTo(4);
            assertThat(metrics.counter("upstream.full", "service", "other").count()).isEqualTo(8);
            hanging.hangUp();
            for (var one : waiting) one.join();
            assertThat(metrics.get("upstream.free").gauge().value()).isEqualTo(4);
        }
    }

    @Test
    void what_may_go_wrong_is_told_before_it_does() {
        var metrics = new SimpleMeterRegistry();
        var peer = new Peer(new Upstream("other", List.of(nobody), 4, metrics), tokens());
        assertThat(metrics.find("upstream.full").counters()).hasSize(1);
        assertThat(metrics.find("upstream.repeats").tag("result", "made").counters())
                .hasSize(Failure.values().length)
                .allMatch(counter -> counter.count() == 0);
        assertThat(metrics.get("upstream.open").gauge().value()).isZero();
        for (int i = 0; i < 5; i++) assertThat(status(peer)).isEqualTo(503);
        // nobody was there too often
        assertThat(metrics.get("upstream.open").gauge().value()).isEqualTo(1);
    }

    /// Takes connections and says nothing.
    private static final class Hanging implements AutoCloseable {
        private final ServerSocket server;
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();

        Hanging() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) sockets.add(server.accept());
            } catch (IOException e) {
                // closed
            }
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        int accepted() {
            return sockets.size();
        }

        void hangUp() throws IOException {
            server.close();
            for (var socket : sockets) socket.close();
        }

        @Override
        public void close() throws IOException {
            hangUp();
        }
    }

    @Test
    void escapes_in_a_path_stay_escapes() {
        var path = "/x/Caf%C3%A9%20X?q=a%20b%26c%0d%0aX:%20y&x=+&flag";
        well.answer("GET", path, 200, "{}");
        assertThat(peer(well.address()).get(path).status()).isEqualTo(200);
        assertThat(well.requests().getFirst().path()).isEqualTo(path);
    }

    @Test
    void the_caller_is_told_who_we_are_and_how_long_we_wait() {
        var scope = RequestScope.of(null, "700");
        ScopedValue.where(RequestScope.CURRENT, scope).run(() -> peer(well.address()).get("/x"));
        var headers = well.requests().getFirst().headers();
        assertThat(headers.getFirst("Traceparent")).isEqualTo(scope.traceparent());
        assertThat(Long.parseLong(headers.getFirst("X-Timeout-Ms"))).isBetween(1L, 700L);
        assertThat(headers.getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void nothing_is_sent_when_the_time_is_over() {
        var scope = RequestScope.of(null, "0");
        var refused =
                catchThrowableOfType(
                        Refused.class,
                        () ->
                                ScopedValue.where(RequestScope.CURRENT, scope)
                                        .call(() -> peer(well.address()).get("/x")));
        assertThat(refused.status()).isEqualTo(504);
        assertThat(well.requests()).isEmpty();
    }
}
