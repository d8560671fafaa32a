package gofood.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The repository that the manifests must agree with.
final class SourceTree {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");

    private static final Map<Path, String> READ = new ConcurrentHashMap<>();

    private SourceTree() {}

    /// Where a service, the simulator or the platform has its folder.
    static Path module(String name) {
        var service = ROOT.resolve("services").resolve(name);
        return Files.isDirectory(service) ? service : ROOT.resolve(name);
    }

    /// All of a module's Java that is not a test, one file after the other.
    static String code(String module) {
        return READ.computeIfAbsent(module(module).resolve("src/main/java"), SourceTree::all);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files below a folder of a module's code, each by itself.
    static Map<Path, String> files(String module) {
        try (var found = Files.walk(module(module).resolve("src/main/java"))) {
            return found.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, SourceTree::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String all(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceTree::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
