package gofood.platform.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/// Keeps a share of the traces, by their number, so that every service keeps the same ones; and
/// nothing of a trace that whoever began it doesn't keep. Who asks from outside for a trace to be
/// kept can't make us keep more than that.
record Share(Sampler some) implements Sampler {
    static Share of(double share) {
        return new Share(Sampler.traceIdRatioBased(share));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        var begun = Span.fromContext(parent).getSpanContext();
        return begun.isValid() && !begun.isSampled()
                ? SamplingResult.drop()
                : some.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "Share of " + some.getDescription();
    }
}
