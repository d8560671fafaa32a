package gofood.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.http.RequestScope;
import gofood.platform.run.Env;
import gofood.platform.testing.OtlpReceiver;
import gofood.platform.testing.OtlpReceiver.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OUTSIDE = "00-" + TRACE + "-b7ad6b7169203331-01";
    private final OtlpReceiver collector = new OtlpReceiver();

    @AfterEach
    void stop() {
        collector.close();
    }

    private Tracing tracing(String service, String share) {
        return Tracing.of(
                new Env(
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                collector.url().toString(),
                                "OTEL_TRACES_SAMPLER_ARG",
                                share)),
                service);
    }

    private Map<String, Seen> byName() {
        var seen = new HashMap<String, Seen>();
        for (var span : collector.spans()) seen.put(span.name(), span);
        return seen;
    }

    @Test
    void a_request_its_calls_and_steps_hang_together_with_what_came_from_outside() {
        var tracing = tracing("order", "1");
        var scope = RequestScope.of(OUTSIDE, null);
        try (var request = tracing.serving("POST /orders", OUTSIDE)) {
            scope.within(request)
                    .run(() -> {
                        assertThat(RequestScope.current().traceId()).isEqualTo(TRACE);
                        try (var call = Part.asking("city", "GET")) {
                            var told = RequestScope.current().in(call).traceparent();
                            assertThat(told).startsWith("00-" + TRACE).endsWith("-01");
                            call.failed("timed_out");
                        }
                        try (var _ = Part.step("transaction")) {
                            assertThat(Part.isTraced()).isTrue();
                        }
                    });
            request.ended(201);
        }
        tracing.close();
        var seen = byName();
        assertThat(collector.spans()).hasSize(3).allMatch(span -> span.trace().equals(TRACE));
        assertThat(seen.get("POST /orders").parent()).isEqualTo("b7ad6b7169203331");
        assertThat(seen.get("POST /orders").kind()).isEqualTo("SERVER");
        assertThat(seen.get("POST /orders").service()).isEqualTo("order");
        var root = seen.get("POST /orders").span();
        assertThat(seen.get("GET city").parent()).isEqualTo(root);
        assertThat(seen.get("GET city").failed()).isTrue();
        assertThat(seen.get("transaction").parent()).isEqualTo(root);
    }

    @Test
    void an_event_goes_on_in_its_own_trace_and_names_what_brought_it() {
        var tracing = tracing("payment", "1");
        var event = "00-11111111111111111111111111111111-2222222222222222-01";
        try (var brought = tracing.serving("POST /events", OUTSIDE)) {
            RequestScope.of(OUTSIDE, null)
                    .within(brought)
                    .run(() -> Part.following(event, "apply order.placed").close());
        }
        tracing.concerning(List.of(event, "nonsense"), "deliver to order").close();
        tracing.close();
        var applied = byName().get("apply order.placed");
        assertThat(applied.trace()).isEqualTo("1".repeat(32));
        assertThat(applied.parent()).isEqualTo("2".repeat(16));
        assertThat(applied.links()).containsExactly(TRACE);
        var delivered = byName().get("deliver to order");
        assertThat(delivered.parent()).isEmpty();
        assertThat(delivered.links()).containsExactly("1".repeat(32));
    }

    @Test
    void without_a_collector_the_trace_is_only_passed_on() {
        var off = Tracing.of(new Env(Map.of()), "order");
        var scope = RequestScope.of(OUTSIDE, null);
        var part = off.serving("POST /orders", OUTSIDE);
        scope.within(part)
                .run(() -> {
                    assertThat(Part.isTraced()).isFalse();
                    assertThat(Part.asking("city", "GET")).isSameAs(Part.NOTHING);
                    assertThat(RequestScope.current().traceparent()).isEqualTo(OUTSIDE);
                });
        part.ended(500);
        off.close();
        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void what_nobody_keeps_stays_unkept_and_probes_are_no_news() {
        var tracing = tracing("order", "1");
        tracing.serving("GET /orders", OUTSIDE.replaceFirst("-01$", "-00")).close();
        tracing.serving("GET /status", OUTSIDE).close();
        tracing.serving("GET /slots", null).close();
        tracing.close();
        var some = tracing("city", "0");
        some.serving("GET /zones", OUTSIDE).close();
        some.serving("GET /addresses", null).close();
        some.close();
        assertThat(collector.spans()).extracting(Seen::name).containsExactly("GET /slots");
        assertThat(collector.spans().getFirst().parent()).isEmpty();
    }

    @Test
    void a_collector_that_is_away_holds_nothing_up() {
        collector.close();
        var tracing = tracing("order", "1");
        tracing.serving("GET /orders", null).ended(200);
        tracing.close();
        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void a_share_that_is_none_is_refused() {
        assertThatThrownBy(() -> tracing("order", "2"))
                .hasMessage("The setting OTEL_TRACES_SAMPLER_ARG must be from 0 to 1, not 2.");
    }
}
