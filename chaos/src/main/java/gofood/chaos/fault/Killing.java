package gofood.chaos.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;

/// `kill -9` of one replica of a service, or of both.
record Killing(String service, boolean both) implements Fault {
    private static final Duration AFTERMATH = Duration.ofSeconds(6);
    private static final Duration LONG_AFTERMATH = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "kill-" + (both ? "both-" : "") + service;
    }

    @Override
    public String about() {
        return "kill -9 of %s of the %s service"
                .formatted(both ? "both replicas" : "a replica", service);
    }

    @Override
    public Duration span(boolean full) {
        return full ? LONG_AFTERMATH : AFTERMATH;
    }

    @Override
    public void begin(Stage stage, Random dice) {
        var one = 1 + dice.nextInt(2);
        kill(stage, one);
        if (both) kill(stage, 3 - one);
    }

    private void kill(Stage stage, int number) {
        var process =
                stage.process(service, number)
                        .orElseThrow(
                                () -> new IllegalStateException("no " + service + " " + number));
        process.destroyForcibly();
    }

    @Override
    public void end(Stage stage) {
        // the launcher starts it again
    }

    /// `kill -9` of PostgreSQL and all its children.
    record Database() implements Fault {
        @Override
        public String name() {
            return "kill-postgres";
        }

        @Override
        public String about() {
            return "kill -9 of PostgreSQL and all its processes";
        }

        @Override
        public Duration span(boolean full) {
            return full ? LONG_AFTERMATH : AFTERMATH;
        }

        @Override
        public void begin(Stage stage, Random dice) throws IOException {
            var server = server(stage);
            var children = server.descendants().toList();
            server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }

        private static ProcessHandle server(Stage stage) throws IOException {
            var file = stage.root().resolve("postgres").resolve("postmaster.pid");
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL doesn't run"));
        }

        @Override
        public void end(Stage stage) {
            // the launcher starts it again
        }
    }
}
