package gofood.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs one of our scripts with commands that only pretend, and writes down how they were called.
final class FakeCommands {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /// What a script left behind.
    ///
    /// @param calls each call of a pretended command
    record Result(int code, String out, List<String> calls) {}

    FakeCommands(Path folder) {
        this.folder = folder;
    }

    FakeCommands with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// @param does what the command does, in the shell's words
    FakeCommands pretend(String command, String does) throws IOException {
        var file = folder.resolve("bin").resolve(command);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                #!/usr/bin/env bash
                echo "%s $*" >> "%s"
                %s
                """
                        .formatted(command, folder.resolve("calls"), does));
        if (!file.toFile().setExecutable(true)) throw new IOException("cannot make " + file);
        return this;
    }

    Result run(String script, String... arguments) throws IOException, InterruptedException {
        var calls = folder.resolve("calls");
        Files.writeString(calls, "");
        var command = new ArrayList<>(List.of("bash", "" + SourceTree.KUBERNETES.resolve(script)));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) throw new IOException("it doesn't end: " + out);
        return new Result(process.exitValue(), out, Files.readAllLines(calls));
    }
}
