package gofood.bench.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What must be installed beside a JDK, and where Debian has it.
public enum Program {
    WRK("wrk", "wrk"),
    NGINX("nginx", "nginx"),
    PGBENCH("pgbench", "postgresql");

    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

    private final String command;
    private final String debian;

    Program(String command, String debian) {
        this.command = command;
        this.debian = debian;
    }

    public String command() {
        return command;
    }

    /// The package to install.
    public String debian() {
        return debian;
    }

    public Optional<Path> find() {
        return folders()
                .map(folder -> folder.resolve(command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Debian keeps pgbench beside its PostgreSQL, the newest counts, and nginx where ordinary
    /// people's paths don't lead.
    private static Stream<Path> folders() {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var usual = Stream.concat(Stream.of(path), Stream.of("/usr/sbin", "/usr/local/sbin"));
        return Stream.concat(
                versions().stream().map(version -> version.resolve("bin")),
                usual.filter(folder -> !folder.isBlank()).map(Path::of));
    }

    private static List<Path> versions() {
        if (!Files.isDirectory(POSTGRESQL)) return List.of();
        try (var versions = Files.list(POSTGRESQL)) {
            return versions.sorted(Comparator.comparing(Path::toString).reversed()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
