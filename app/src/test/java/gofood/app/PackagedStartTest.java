package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The other tests have their own libraries beside goFOOD's. Here goFOOD starts with what the
/// script `gofood` finds in `app/target/lib`: the class path that the build computed without them.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
final class PackagedStartTest {
    @TempDir Path folder;

    @Test
    void the_demo_city_is_ready_without_the_libraries_of_the_tests() throws Exception {
        var log = folder.resolve("up.log");
        var port = Scratch.freePorts();
        var classPath =
                String.join(
                        File.pathSeparator,
                        Stream.concat(Stream.of("target/classes"), libraries().stream()).toList());
        var up = start(classPath, port, log);
        try {
            var text =
                    Town.await(
                            "goFOOD",
                            () -> said(log),
                            said -> said.contains("ready in") || !up.isAlive());
            assertThat(text).contains("loading the demo city", "ready in");
        } finally {
            up.destroy();
            up.waitFor();
        }
        assertThat(said(log)).endsWith("stopped\n");
    }

    @Test
    void no_library_takes_another_ones_place_in_the_one_folder() throws IOException {
        assertThat(libraries())
                .extracting(each -> Path.of(each).getFileName())
                .doesNotHaveDuplicates();
    }

    private static List<String> libraries() throws IOException {
        var file = Files.readString(Path.of("target", "runtime-class-path"));
        return List.of(file.strip().split(Pattern.quote(File.pathSeparator)));
    }

    private Process start(String classPath, int port, Path log) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "gofood.app.Main",
                        "up",
                        "--no-simulator",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(port));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String said(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
