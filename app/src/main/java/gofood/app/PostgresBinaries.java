package gofood.app;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.file.PathUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked from the class path into the data folder: a
/// folder for temporary files may be emptied while the server runs.
final class PostgresBinaries {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /// Unpacks them unless these very ones are there already.
    static PostgresBinaries unpackedIn(Path folder) {
        try {
            var home = folder.resolve(fingerprint());
            if (!Files.exists(home)) {
                // unpacked aside and renamed, so that what is there is always complete
                var aside = home.resolveSibling("unpacking");
                if (Files.exists(aside)) PathUtils.deleteDirectory(aside);
                unpack(Files.createDirectories(aside));
                Files.move(aside, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL cannot be unpacked to %s (%s).".formatted(folder, e), e);
        }
    }

    // Tells one release from the other; every start waits for it, so it is a quick one.
    private static String fingerprint() throws IOException {
        try (var archive = new CheckedInputStream(find(), new CRC32C())) {
            var length = archive.transferTo(OutputStream.nullOutputStream());
            return "%08x-%d".formatted(archive.getChecksum().getValue(), length);
        }
    }

    private static InputStream find() throws IOException {
        var name = System.getProperty("os.name");
        var system = WINDOWS ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "There is no PostgreSQL in this goFOOD for %s on %s.".formatted(name, machine),
                    e);
        }
    }

    private static void unpack(Path into) throws IOException {
        try (var packed = find();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) throw new IOException(entry.getName());
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false))
                throw new IOException(target + " cannot be made executable");
        }
    }

    /// Runs a program to its end; what it says goes to the end of `log`.
    boolean run(String program, List<String> arguments, Path log, Duration limit) {
        var builder = new ProcessBuilder(command(program, arguments));
        // settings of another PostgreSQL on this machine must not reach ours
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            var process = builder.start();
            process.getOutputStream().close();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                return process.exitValue() == 0;
            process.destroy();
            return false;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's %s cannot be run (%s).".formatted(program, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody,
    // while its files stay readable to us.
    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) command.addAll(List.of("unshare", "-U"));
        command.add(home.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString());
        command.addAll(arguments);
        return command;
    }
}
