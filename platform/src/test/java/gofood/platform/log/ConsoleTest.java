package gofood.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gofood.platform.http.RequestScope;
import gofood.platform.run.Env;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static LogRecord line(String text, Object... arguments) {
        var line = new LogRecord(Level.WARNING, text);
        line.setLoggerName("gofood.order");
        line.setParameters(arguments);
        return line;
    }

    @Test
    void a_line_is_one_object_with_the_trace_of_its_request() throws IOException {
        var scope = RequestScope.fresh();
        var record = line("order {0} said \"no\"\nand left", "7");
        record.setThrown(new IllegalStateException("why", new IOException("deeper")));
        var text =
                ScopedValue.where(RequestScope.CURRENT, scope)
                        .call(() -> new JsonLines().format(record));
        assertThat(text).endsWith("}\n");
        assertThat(text.strip()).doesNotContain("\n");
        var fields = new JsonMapper().readTree(text);
        assertThat(fields.path("message").asText()).isEqualTo("order 7 said \"no\"\nand left");
        assertThat(fields.path("level").asText()).isEqualTo("WARNING");
        assertThat(fields.path("logger").asText()).isEqualTo("gofood.order");
        assertThat(fields.path("time").asText()).endsWith("Z");
        assertThat(fields.path("trace_id").asText()).isEqualTo(scope.traceId());
        assertThat(fields.path("error").asText()).contains("why").contains("deeper");
    }

    @Test
    void what_belongs_to_no_request_has_no_trace() throws IOException {
        var fields = new JsonMapper().readTree(new JsonLines().format(line("hello")));
        assertThat(fields.has("trace_id")).isFalse();
        assertThat(fields.has("error")).isFalse();
    }

    @Test
    void another_format_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Console.open(new Env(Map.of("LOG_FORMAT", "xml"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The setting LOG_FORMAT can be text or json, not xml.");
    }
}
