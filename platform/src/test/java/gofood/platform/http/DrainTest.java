package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.trace.Tracing;
import gofood.platform.wire.Refused;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a replica leaves, while others go on asking it.
@Timeout(120)
class DrainTest {
    private static final Tokens TOKENS =
            new Tokens("test", TestBed.SECRET, JWKSet::new, Clock.systemUTC());

    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    /// A replica as [gofood.platform.Foundation] makes one, without a database.
    private Replica replica(int port, int drainMillis) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var drain = Drain.of(new Env(Map.of("DRAIN_MILLIS", Integer.toString(drainMillis))));
        var signals = new Signals();
        var routes =
                new Standard(
                                "test",
                                Optional.empty(),
                                metrics,
                                () -> new Standard.Signs(0, 0, 0, 0, 0, 0, Map.of()),
                                drain)
                                .routes()
                                .get(
                                        "/x",
                                        Access.ANYONE,
                                        _ -> Reply.ok(List.of(done.incrementAndGet())))
                                .post(
                                        "/x",
                                        Access.ANYONE,
                                        _ -> Reply.ok(List.of(done.incrementAndGet())))
                                .get("/held", Access.ANYONE, _ -> hold())
                                .stream(
                                        "/stream",
                                        Access.ANYONE,
                                        _ -> new Live(signals, List.of("key"), 0, _ -> List.of()));
        var admission = new Admission(drain, false, metrics);
        var web =
                new Web(
                        TOKENS,
                        Optional.empty(),
                        metrics,
                        Optional.empty(),
                        Optional.empty(),
                        admission,
                        Tracing.OFF);
        var parts = new ArrayDeque<Running>();
        parts.push(web.serve("127.0.0.1", port, routes));
        parts.push(signals);
        parts.push(drain);
        return new Replica(URI.create("http://127.0.0.1:" + port), parts);
    }

    private record Replica(URI address, Deque<Running> parts) implements Running {
        @Override
        public void close() {
            Running.closeAll(parts);
        }
    }

    private Reply hold() {
        held.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Reply.ok(List.of("held"));
    }

    @Test
    void a_replica_that_leaves_says_so_and_does_nothing_anew() throws Exception {
        var replica = replica(TestBed.freePort(), 3_600_000);
        var client = new TestClient(replica.address, "");
        assertThat(client.get("/health/ready").status()).isEqualTo(200);
        var leaving = Thread.ofVirtual().start(replica::close);
        while (client.get("/health/ready").status() == 200) Thread.sleep(5);
        assertThat(client.get("/health/ready").body().path("status").asText())
                .isEqualTo("draining");
        for (var path : List.of("/status", "/health/live", "/metrics"))
            assertThat(client.get(path).status()).as(path).isEqualTo(200);
        for (var refused : List.of(client.get("/x"), client.post("/x", "{}"))) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("draining");
            assertThat(refused.header("X-Repeat")).isEqualTo("draining");
            assertThat(refused.header("Connection")).isEqualTo("close");
        }
        assertThat(client.get("/stream").code()).isEqualTo("draining");
        assertThat(done).hasValue(0);
        leaving.interrupt();
        leaving.join();
    }

    @Test
    void what_is_under_way_is_finished_and_a_stream_ends_as_streams_do() throws Exception {
        var replica = replica(TestBed.freePort(), 100);
        var client = new TestClient(replica.address, "");
        var answer = new ArrayList<TestClient.Answer>();
        var asking = Thread.ofVirtual().start(() -> answer.add(client.get("/held")));
        held.await();
        try (var socket = new Socket("127.0.0.1", replica.address.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            var in = socket.getInputStream();
            assertThat(new String(in.readNBytes(15), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 200 OK");
            var leaving = Thread.ofVirtual().start(replica::close);
            var rest = new StringBuilder();
            // the last chunk, which is the empty one
            while (rest.indexOf("\r\n0\r\n\r\n") < 0) rest.append((char) next(in));
            release.countDown();
            leaving.join();
        }
        asking.join();
        assertThat(answer.getFirst().status()).isEqualTo(200);
    }

    private static int next(java.io.InputStream in) throws IOException {
        var next = in.read();
        assertThat(next).as("the stream breaks off").isNotNegative();
        return next;
    }

    @Test
    void who_left_unheard_is_asked_by_everybody_once_it_is_back() throws Exception {
        var first = replica(TestBed.freePort(), 0);
        var second = replica(TestBed.freePort(), 0);
        var upstream = new Upstream("test", List.of(first.address, second.address));
        var peer = new Peer(upstream, TOKENS);
        first.close();
        for (int i = 0; i < 20; i++) assertThat(peer.get("/x").isOk()).isTrue();
        try (var back = replica(first.address.getPort(), 0)) {
            for (var isBack = false; !isBack; Thread.sleep(20)) {
                var turn = upstream.pick(second.address);
                isBack = turn.address().equals(back.address);
                turn.abandoned();
            }
            // not only by those few who may try whether it is well: these are all under way
            for (int i = 0; i < 10; i++)
                assertThat(upstream.pick(second.address).address()).isEqualTo(back.address);
        }
        second.close();
    }

    @Test
    void no_request_fails_while_one_replica_after_the_other_is_started_anew() throws Exception {
        var first = replica(TestBed.freePort(), 300);
        var second = replica(TestBed.freePort(), 300);
        var upstream = new Upstream("test", List.of(first.address, second.address));
        var peer = new Peer(upstream, TOKENS);
        var failures = new ConcurrentLinkedQueue<String>();
        var answers = new AtomicInteger();
        var stop = new CountDownLatch(1);
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var posts = i % 2 == 0;
            clients.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (stop.getCount() > 0) ask(peer, posts, failures, answers);
                            }));
        }
        for (int round = 0; round < 2; round++) {
            awaitMore(answers);
            first.close();
            awaitMore(answers);
            first = replica(first.address.getPort(), 300);
            awaitMore(answers);
            // back in: what takes turns is asked again
            awaitBack(first);
            second.close();
            awaitMore(answers);
            second = replica(second.address.getPort(), 300);
            awaitBack(second);
        }
        stop.countDown();
        for (var client : clients) client.join();
        first.close();
        second.close();
        assertThat(failures).isEmpty();
        // and nothing was done twice
        assertThat(done.get()).isEqualTo(answers.get());
    }

    private static void ask(
            Peer peer, boolean posts, Queue<String> failures, AtomicInteger answers) {
        try {
            var answer = posts ? peer.post("/x", "{}") : peer.get("/x");
            if (answer.isOk()) answers.incrementAndGet();
            else failures.add(posts + " " + answer);
        } catch (Refused refused) {
            failures.add(posts + " " + refused.status() + " " + refused.detail());
        }
    }

    private static void awaitMore(AtomicInteger answers) throws InterruptedException {
        var before = answers.get();
        while (answers.get() < before + 200) Thread.sleep(5);
    }

    private static void awaitBack(Replica replica) throws InterruptedException {
        var metrics = new TestClient(replica.address, "");
        while (!new String(metrics.get("/metrics").raw().body(), StandardCharsets.UTF_8)
                .contains("route=\"/x\"")) Thread.sleep(20);
    }
}
