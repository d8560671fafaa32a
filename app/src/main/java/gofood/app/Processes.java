package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// One process per replica, each a small JVM that is kept alive.
///
/// @param main the class whose `run <service>` starts one service
/// @param log where a service writes what it has to say
/// @param say tells the one who started goFOOD when a service died
/// @param children those that were started
record Processes(
        Class<?> main,
        Function<String, Path> log,
        Consumer<String> say,
        Map<Replica, Child> children)
        implements Housing {
    /// Set for a service that lives as long as its launcher: it ends when its input does.
    static final String TIED = "GOFOOD_TIED";

    private static final boolean HAS_SHELL = !System.getProperty("os.name").startsWith("Windows");

    @Override
    public Running start(Service service, Replica replica, Env env) {
        var builder = new ProcessBuilder(command(service.name()));
        builder.environment().putAll(env.values());
        builder.environment().put(TIED, "yes");
        var file = log.apply(replica.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()));
        var child = new Child(replica.toString(), builder, file, say);
        Thread.ofVirtual().name(replica + "-keeper").start(child);
        children.put(replica, child);
        return child;
    }

    // The terminal's Ctrl-C goes to all processes at once. A signal that is ignored when a program
    // begins stays ignored, so the shell lets the launcher decide who stops when.
    private List<String> command(String name) {
        var command = new ArrayList<String>();
        if (HAS_SHELL) command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(startCache());
        command.addAll(
                List.of(
                        // the city reads its whole map at the first start
                        name.equals("city") ? "-Xmx512m" : "-Xmx192m",
                        // what a start makes is mostly not kept: begin small, and give back what
                        // the compilers took
                        "-Xms24m",
                        "-XX:TrimNativeHeapInterval=10000",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(own());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), main.getName(), "run", name));
        return command;
    }

    // what the launcher itself was given, for example a larger heap for a larger city
    private static List<String> own() {
        var options = System.getenv().getOrDefault("GOFOOD_JAVA_OPTS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    // the classes of every service are in the cache of the launcher
    private static List<String> startCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:AOTCache=") || flag.equals("-Xlog:disable"))
                .toList();
    }
}
