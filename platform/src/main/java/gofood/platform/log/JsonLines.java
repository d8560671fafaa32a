package gofood.platform.log;

import gofood.platform.http.RequestScope;
import gofood.platform.wire.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// A line of JSON for each thing that is logged, with the trace that it belongs to: for containers,
/// where a program reads the log. Public, since the log manager makes it by its name.
public final class JsonLines extends Formatter {
    @Override
    public String format(LogRecord line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", line.getInstant().toString());
        fields.put("level", line.getLevel().getName());
        fields.put("logger", String.valueOf(line.getLoggerName()));
        fields.put("message", formatMessage(line));
        // formatted by the thread that logs, so that its request is still known
        if (RequestScope.CURRENT.isBound())
            fields.put("trace_id", RequestScope.current().traceId());
        var thrown = line.getThrown();
        if (thrown != null) {
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            fields.put("error", trace.toString());
        }
        return new String(Json.write(fields), StandardCharsets.UTF_8) + "\n";
    }
}
