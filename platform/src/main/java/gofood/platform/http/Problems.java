package gofood.platform.http;

import gofood.platform.db.SqlFailed;
import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import java.util.LinkedHashMap;

/// Every error that leaves a service, in one place: RFC 9457 problem documents.
public final class Problems {
    public static final String CONTENT_TYPE = "application/problem+json";
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private Problems() {}

    /// What the client is told. Anything unforeseen is logged with its trace and told as a 500 that
    /// says nothing of the inside.
    public static Reply of(Throwable thrown, String traceId) {
        var refused =
                switch (thrown) {
                    case Refused told -> told;
                    case SqlFailed sql when sql.isTransient() -> {
                        LOG.log(System.Logger.Level.WARNING, "trace " + traceId, sql);
                        yield Refused.unavailable("The database");
                    }
                    default -> {
                        LOG.log(System.Logger.Level.ERROR, "trace " + traceId, thrown);
                        yield new Refused(
                                500,
                                "internal",
                                "Something went wrong on our side. Nothing more is known yet.");
                    }
                };
        return of(refused, traceId);
    }

    /// What [#of] answers.
    static int statusOf(Throwable thrown) {
        return switch (thrown) {
            case Refused told -> told.status();
            case SqlFailed sql when sql.isTransient() -> 503;
            default -> 500;
        };
    }

    private static Reply of(Refused refused, String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:gofood:problem:" + refused.code());
        body.put("title", refused.code().replace('_', ' '));
        body.put("status", refused.status());
        body.put("code", refused.code());
        body.put("detail", refused.detail());
        body.put("trace_id", traceId);
        body.putAll(refused.extras());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", CONTENT_TYPE);
        headers.put("Cache-Control", "no-store");
        refused.repeat().ifPresent(advice -> headers.put(Repeat.HEADER, advice.word()));
        var reply = new Reply(refused.status(), body, headers);
        if (refused.status() == 401) return reply.with("WWW-Authenticate", "Bearer");
        var retryAfter = refused.extras().get("retry_after_seconds");
        var allowed = refused.extras().get("allowed_methods");
        if (retryAfter != null) return reply.with("Retry-After", retryAfter.toString());
        return allowed == null ? reply : reply.with("Allow", allowed.toString());
    }
}
