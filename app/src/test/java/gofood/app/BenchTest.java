package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.bench.Bench;
import gofood.bench.load.Program;
import gofood.platform.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That figures come out, not what they are: nothing is learned of speed on a machine that does
/// other things.
class BenchTest {
    @TempDir Path folder;

    @Test
    void a_short_run_ends_with_figures_of_each_row() throws Exception {
        var missing = Arrays.stream(Program.values()).filter(p -> p.find().isEmpty()).toList();
        assumeTrue(missing.isEmpty(), () -> "the bench needs " + missing);
        var figures = folder.resolve("figures.json");
        var code =
                Bench.execute(
                        "--only=B1,B2-304",
                        "--slot-seconds=2",
                        "--pairs=1",
                        "--clients=4",
                        "--port=" + Ports.freeForAll(),
                        "--data=" + folder.resolve("bench"),
                        "--json=" + figures);
        assertThat(code).isZero();
        var written = Json.read(Files.readAllBytes(figures), JsonNode.class);
        assertThat(written.at("/conditions/fsync").asText()).isEqualTo("on");
        assertThat(written.path("rows")).hasSize(2);
        for (var row : written.path("rows"))
            assertThat(row.path("median").asDouble()).as(row.toString()).isPositive();
    }
}
