package gofood.bench.stand;

import gofood.bench.load.HttpLine;
import gofood.bench.load.Shell;
import gofood.platform.run.Running;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The goFOOD under test: `up`, in a process of its own and with the class path of this one.
public final class House implements Running {
    /// By name: the app depends on the bench and not the other way round.
    private static final String MAIN = "gofood.app.Main";

    private static final Duration START = Duration.ofMinutes(3);
    private static final String READY = "ready in ";

    /// What is otherwise than in life, and why.
    public static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    // all load comes from one address, and is no attack; admission control stays
                    Map.entry("GATEWAY_UNLIMITED_ADDRESSES", "127.0.0.1"),
                    // passwords are not what is measured
                    Map.entry("USER_ARGON_KIB", "1024"),
                    Map.entry("USER_ARGON_PASSES", "1"),
                    // what a made-up provider takes is nobody's merit
                    Map.entry("PAYMENT_PROVIDER_MILLIS", "0-1"),
                    // tokens that last longer than a run
                    Map.entry("USER_ACCESS_SECONDS", "14400"),
                    // nobody cooks what is only placed, and nobody is to be reminded of it
                    Map.entry("ORDER_KITCHEN_REMIND_SECONDS", "14400"),
                    Map.entry("ORDER_KITCHEN_OPERATOR_SECONDS", "15000"),
                    Map.entry("ORDER_KITCHEN_CANCEL_SECONDS", "16000"),
                    // couriers answer at once, and come as soon as somebody cooks
                    Map.entry("DELIVERY_ROUND_SECONDS", "0.5"),
                    Map.entry("DELIVERY_MARGIN_SECONDS", "120"),
                    Map.entry("DELIVERY_NO_COURIER_SECONDS", "14400"),
                    Map.entry("DELIVERY_GIVE_UP_SECONDS", "16000"));

    private final Shell shell;
    private final Process process;
    private final URI door;
    private final Duration start;
    private Duration compiled = Duration.ZERO;
    private long compiledUntil = System.nanoTime();

    private House(Shell shell, Process process, URI door, Duration start) {
        this.shell = shell;
        this.process = process;
        this.door = door;
        this.start = start;
    }

    /// Starts it and returns when it is ready.
    public static House open(Shell shell, Path data, int port)
            throws IOException, InterruptedException {
        var log = data.resolveSibling(data.getFileName() + ".log");
        Files.deleteIfExists(log);
        var builder = new ProcessBuilder(command(data, port));
        builder.environment().putAll(SETTINGS);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var begun = System.nanoTime();
        var process = shell.start(builder);
        var door = URI.create("http://127.0.0.1:" + port);
        awaitReady(process, log, door);
        return new House(shell, process, door, Duration.ofNanos(System.nanoTime() - begun));
    }

    /// As the script starts it: with the flags of our own JVM, which come from there, and a heap of
    /// its own.
    private static List<String> command(Path data, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        System.getenv()
                                .getOrDefault("GOFOOD_UP_HEAP", "-Xms96m -Xmn64m -Xmx1g")
                                .split(" ")));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xm"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("up", "--empty", "--data", data.toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
        return command;
    }

    // Ready is what the gateway itself answers; the word in the log comes just after it.
    private static void awaitReady(Process process, Path log, URI door)
            throws IOException, InterruptedException {
        var deadline = Instant.now().plus(START);
        while (!isReady(door)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline))
                throw new IOException("goFOOD did not start: " + Files.readString(log));
            Thread.sleep(5);
        }
        while (!Files.readString(log).contains(READY)) Thread.sleep(5);
    }

    private static boolean isReady(URI door) {
        try (var line = new HttpLine(door)) {
            return line.ask("GET", "/health/ready", null).isGood();
        } catch (IOException e) {
            return false;
        }
    }

    public URI door() {
        return door;
    }

    /// From the start of the process until the gateway said that all are ready.
    public Duration start() {
        return start;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// What of it lies in memory, without PostgreSQL; only Linux tells.
    public long residentBytes() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /// How long it compiled since this was asked last, as a share of the time.
    double compiling() throws IOException, InterruptedException {
        var before = compiled;
        var begun = compiledUntil;
        compiled = jstat();
        compiledUntil = System.nanoTime();
        return (double) compiled.minus(before).toNanos() / (compiledUntil - begun);
    }

    /// What its compilers have taken in all: the fourth column of the JDK's own tool, in seconds.
    private Duration jstat() throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        var pid = Long.toString(process.pid());
        var asked = new ProcessBuilder(tool, "-compiler", pid).redirectErrorStream(true).start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) throw new IOException("jstat: " + said);
        var row = said.strip().lines().skip(1).findFirst().orElseThrow().strip();
        var seconds = row.split("\\s+", -1)[3].replace(',', '.');
        return Duration.ofMillis((long) (1000 * Double.parseDouble(seconds)));
    }

    /// Which share of one processor it uses now.
    double busy() throws InterruptedException {
        var before = cpu();
        Thread.sleep(300);
        return (cpu() - before) / 300e6;
    }

    private long cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    @Override
    public void close() {
        shell.end(process);
    }
}
