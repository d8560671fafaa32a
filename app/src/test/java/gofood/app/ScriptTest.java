package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `gofood` in a house of its own, with a JDK and a Maven that only pretend.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
final class ScriptTest {
    @TempDir Path folder;
    private Path script = Path.of("");
    private Path jdk = Path.of("");

    private record Run(int code, String output) {}

    @BeforeEach
    void a_house_with_a_script() throws IOException {
        var house = Files.createDirectories(folder.resolve("the house"));
        script = house.resolve("gofood");
        Files.copy(Path.of("..", "gofood"), script);
        Files.createDirectories(house.resolve("app/src/main"));
        Files.writeString(house.resolve("app/src/main/Some.java"), "class Some {}");
        jdk = jdk("25.0.1");
        program(folder.resolve("bin/mvn"), "mkdir -p app/target/lib && touch app/target/app.jar");
    }

    @Test
    void a_java_home_that_is_not_there_is_passed_over() throws Exception {
        var run = gofood(folder.resolve("nothing"), "jdk");
        assertThat(run.code()).isZero();
        assertThat(Path.of(run.output().strip()).resolve("bin/javac")).isExecutable();
    }

    @Test
    void a_java_home_that_is_too_old_is_passed_over() throws Exception {
        var old = jdk("17.0.9");
        assertThat(gofood(old, "jdk").output().strip()).isNotEqualTo(old.toString());
        assertThat(gofood(jdk, "jdk").output().strip()).isEqualTo(jdk.toString());
        var newer = jdk("26-ea");
        assertThat(gofood(newer, "jdk").output().strip()).isEqualTo(newer.toString());
    }

    @Test
    void it_builds_only_what_is_older_than_its_sources() throws Exception {
        assertThat(gofood(jdk, "up", "--empty").output())
                .contains("building", "gofood.app.Main up --empty");
        assertThat(gofood(jdk, "up").output())
                .doesNotContain("building")
                .contains("gofood.app.Main up");

        var source = script.resolveSibling("app/src/main/Some.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(gofood(jdk, "up").output()).contains("building");
    }

    @Test
    void the_fault_tests_are_built_with_the_rest() throws Exception {
        program(
                folder.resolve("bin/mvn"),
                "mkdir -p app/target/lib chaos/target/lib; echo \"$@\" >> built-with");
        assertThat(gofood(jdk, "build").output()).contains("building").doesNotContain("Main");
        assertThat(gofood(jdk, "chaos", "--seed", "7").output())
                .doesNotContain("building")
                .contains("the house/chaos/target/lib/*", "gofood.chaos.Main --seed 7");
        assertThat(Files.readString(script.resolveSibling("built-with")))
                .contains("-pl app,chaos -am package");
    }

    @Test
    void a_build_that_fails_says_why_and_starts_nothing() throws Exception {
        program(folder.resolve("bin/mvn"), "echo '[ERROR] a semicolon is missing'; exit 1");
        var run = gofood(jdk, "up");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("a semicolon is missing", "the build failed", "build.log")
                .doesNotContain("gofood.app.Main");
    }

    @Test
    void it_works_through_a_symbolic_link_from_another_folder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), script);
        script = Files.createSymbolicLink(folder.resolve("link to it"), link.getFileName());
        assertThat(gofood(jdk, "split").output())
                .contains("the house/app/target/lib/*", "gofood.app.Main split");
    }

    @Test
    void the_last_line_of_test_counts_every_report_of_this_run() throws Exception {
        var old = script.resolveSibling("app/target/surefire-reports/TEST-old.xml");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "<testsuite name=\"old\" tests=\"100\" errors=\"0\"/>");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(100)));
        program(
                folder.resolve("bin/mvn"),
                """
                sleep 0.1
                mkdir -p services/order/target/surefire-reports
                echo '<testsuite name="a" time="2" tests="9" errors="1" skipped="2" failures="1">' \\
                    > services/order/target/surefire-reports/TEST-a.xml
                echo '<testsuite name="b" time="0.1" tests="4" errors="0" skipped="0" failures="0">' \\
                    > app/target/surefire-reports/TEST-b.xml
                exit 1
                """);
        var run = gofood(jdk, "test");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).endsWith("\n9 passed, 2 failed, 2 skipped\n");
    }

    @Test
    void what_is_not_there_is_said_in_one_sentence() throws Exception {
        assertThat(gofood(jdk, "dance").code()).isEqualTo(2);
        assertThat(gofood(jdk).output()).contains("./gofood up").contains("./gofood bench");
    }

    private Run gofood(Path javaHome, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().merge("PATH", folder + "/bin", (path, ours) -> ours + ":" + path);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Path jdk(String version) throws IOException {
        var home = folder.resolve("jdk-" + version);
        program(home.resolve("bin/java"), "echo \"$@\"");
        program(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
