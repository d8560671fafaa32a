package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.contracts.UserApi.Role;
import gofood.platform.run.Running;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.trace.Tracing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is refused when there is too much to do, and what is not.
@Timeout(120)
class SheddingTest {
    private static final Tokens TOKENS =
            new Tokens("test", TestBed.SECRET, JWKSet::new, Clock.systemUTC());

    /// Everything goes through here, two at once and 20 ms each.
    private final Semaphore narrow = new Semaphore(2, true);

    private final PrometheusMeterRegistry metrics =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Admission admission = new Admission(Drain.none(), false, metrics);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> clients = new ArrayList<>();
    private URI address;
    private Running server;

    @BeforeEach
    void start() {
        address = URI.create("http://127.0.0.1:" + TestBed.freePort());
        var routes =
                new Standard("test", Optional.empty(), metrics)
                        .routes()
                        .get("/menus", Access.ANYONE, _ -> work())
                        .post("/orders", Access.ANYONE, _ -> work());
        var web =
                new Web(
                        TOKENS,
                        Optional.empty(),
                        metrics,
                        Optional.empty(),
                        Optional.empty(),
                        admission,
                        Tracing.OFF);
        server = web.serve("127.0.0.1", address.getPort(), routes);
    }

    @AfterEach
    void stop() throws InterruptedException {
        stop.countDown();
        for (var client : clients) client.join();
        server.close();
    }

    private Reply work() {
        narrow.acquireUninterruptibly();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            narrow.release();
        }
        return Reply.ok(List.of());
    }

    private Queue<Answer> clients(int many, String method, String path, String... headers) {
        var answers = new ConcurrentLinkedQueue<Answer>();
        for (int i = 0; i < many; i++)
            clients.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                var client = new TestClient(address, "");
                                while (stop.getCount() > 0) {
                                    var answer = client.send(method, path, "", headers);
                                    answers.add(answer);
                                    pauseWhenRefused(answer);
                                }
                            }));
        return answers;
    }

    private static void pauseWhenRefused(Answer answer) {
        try {
            if (answer.status() == 503) Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Queue<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    @Test
    void browsing_is_refused_while_ordering_and_other_services_go_on() throws Exception {
        // as fast as it is on a quiet day
        for (int i = 0; i < 60; i++)
            assertThat(new TestClient(address, "").get("/menus").status()).isEqualTo(200);
        var orders = clients(4, "POST", "/orders");
        var ofServices = clients(2, "GET", "/menus", Peer.CALLER_HEADER, "order");
        var menus = clients(60, "GET", "/menus");
        while (count(menus, 503) < 200 || count(orders, 200) < 50 || count(ofServices, 200) < 25)
            Thread.sleep(20);
        assertThat(count(orders, 200)).isEqualTo(orders.size());
        assertThat(count(ofServices, 200)).isEqualTo(ofServices.size());
        // some are still served
        assertThat(count(menus, 200)).isPositive();
        assertThat(admission.refused()).isGreaterThanOrEqualTo(200);
        var refused = menus.stream().filter(answer -> answer.status() == 503).findAny();
        assertThat(refused.orElseThrow().code()).isEqualTo("overloaded");
        assertThat(refused.get().header("Retry-After")).matches("[1-3]");
        assertThat(refused.get().header("X-Repeat")).isEqualTo("elsewhere");
        assertThat(refused.get().header("Content-Type")).isEqualTo("application/problem+json");
        for (var path : List.of("/status", "/health/live", "/health/ready", "/metrics"))
            assertThat(new TestClient(address, "").get(path).status()).as(path).isEqualTo(200);
        assertThat(metrics.scrape())
                .contains("http_server_limit{importance=\"browsing\",lane=\"GET /menus\"}")
                .contains("http_server_refused_total{lane=\"GET /menus\"}");
    }

    @Test
    void a_route_is_as_important_as_those_who_may_use_it() {
        var handle = new Routes.Action.Handle(_ -> Reply.none());
        assertThat(Importance.usual("GET", Access.ANYONE, handle)).isEqualTo(Importance.BROWSING);
        assertThat(Importance.usual("GET", Access.SIGNED_IN, handle))
                .isEqualTo(Importance.BROWSING);
        assertThat(Importance.usual("POST", Access.ANYONE, handle)).isEqualTo(Importance.ORDERING);
        var kitchen = Access.only(Role.STAFF, Role.OPERATOR);
        assertThat(Importance.usual("GET", kitchen, handle)).isEqualTo(Importance.ORDERING);
        var service = Access.only(Role.SERVICE);
        assertThat(Importance.usual("POST", service, handle)).isEqualTo(Importance.VITAL);
        var stream = new Routes.Action.Stream(_ -> Live.over());
        assertThat(Importance.usual("GET", Access.ANYONE, stream)).isEqualTo(Importance.ALWAYS);
    }
}
