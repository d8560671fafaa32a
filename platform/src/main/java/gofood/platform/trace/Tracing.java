package gofood.platform.trace;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The spans of one service, on their way to a collector.
public final class Tracing implements Running {
    /// Where no collector is named.
    public static final Tracing OFF = new Tracing(null, null);

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Asked every few seconds by whoever watches.
    private static final Set<String> UNTRACED =
            Set.of("GET /status", "GET /metrics", "GET /health/live", "GET /health/ready");

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    private Tracing(@Nullable SdkTracerProvider provider, @Nullable Tracer tracer) {
        this.provider = provider;
        this.tracer = tracer;
    }

    /// As OpenTelemetry's own settings say: `OTEL_EXPORTER_OTLP_ENDPOINT` names the collector, and
    /// `OTEL_TRACES_SAMPLER_ARG` is the share of traces that are kept, from 0 to 1.
    public static Tracing of(Env env, String service) {
        return env.find("OTEL_EXPORTER_OTLP_ENDPOINT")
                .filter(endpoint -> !endpoint.isBlank())
                .map(endpoint -> to(endpoint, share(env), service))
                .orElse(OFF);
    }

    private static double share(Env env) {
        var text = env.text("OTEL_TRACES_SAMPLER_ARG", "1");
        try {
            var share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) return share;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalStateException(
                "The setting OTEL_TRACES_SAMPLER_ARG must be from 0 to 1, not " + text + ".");
    }

    private static Tracing to(String endpoint, double share, String service) {
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.replaceFirst("/$", "") + "/v1/traces")
                        .setTimeout(PATIENCE)
                        .build();
        var ours =
                Resource.getDefault().toBuilder()
                        .put("service.namespace", "gofood")
                        .put("service.name", service)
                        .build();
        var sending = BatchSpanProcessor.builder(exporter).setScheduleDelay(EVERY).build();
        var provider =
                SdkTracerProvider.builder()
                        .setResource(ours)
                        .setSampler(Share.of(share))
                        .addSpanProcessor(sending)
                        .build();
        return new Tracing(provider, provider.get("gofood"));
    }

    /// A request that came in; without a valid traceparent it begins a trace.
    public Part serving(String route, @Nullable String traceparent) {
        return UNTRACED.contains(route) ? Part.NOTHING : begin(SpanKind.SERVER, route, traceparent);
    }

    /// Work of our own that continues a trace.
    public Part continuing(String traceparent, String name) {
        return begin(SpanKind.INTERNAL, name, traceparent);
    }

    /// Work of our own that nobody asked for: it begins a trace.
    public Part beginning(String name) {
        return begin(SpanKind.INTERNAL, name, null);
    }

    /// Work of our own that concerns several traces; those that are kept are linked.
    public Part concerning(Collection<String> traceparents, String name) {
        if (tracer == null) return Part.NOTHING;
        var kept =
                traceparents.stream()
                        .flatMap(one -> context(one).stream())
                        .filter(SpanContext::isSampled)
                        .toList();
        if (kept.isEmpty()) return Part.NOTHING;
        var builder = span(tracer, SpanKind.PRODUCER, name, null);
        kept.forEach(builder::addLink);
        return new Part(this, builder.startSpan());
    }

    Part following(String noted, String name, SpanContext cause) {
        if (tracer == null) return Part.NOTHING;
        var builder = span(tracer, SpanKind.CONSUMER, name, noted).addLink(cause);
        return new Part(this, builder.startSpan());
    }

    Part begin(SpanKind kind, String name, @Nullable String parent) {
        return tracer == null
                ? Part.NOTHING
                : new Part(this, span(tracer, kind, name, parent).startSpan());
    }

    private static SpanBuilder span(
            Tracer by, SpanKind kind, String name, @Nullable String parent) {
        var builder = by.spanBuilder(name).setSpanKind(kind).setNoParent();
        context(parent)
                .map(Span::wrap)
                .ifPresent(span -> builder.setParent(Context.root().with(span)));
        return builder;
    }

    private static Optional<SpanContext> context(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() != 55) return Optional.empty();
        return Optional.of(
                        SpanContext.createFromRemoteParent(
                                traceparent.substring(3, 35),
                                traceparent.substring(36, 52),
                                TraceFlags.fromHex(traceparent, 53),
                                TraceState.getDefault()))
                .filter(SpanContext::isValid);
    }

    /// Sends what is left.
    @Override
    public void close() {
        if (provider != null) provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
