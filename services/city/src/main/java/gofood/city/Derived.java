package gofood.city;

import gofood.city.roads.RoadImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/// The folder of what was made from a map file, named after the file's content and the code's
/// version. It is made elsewhere and renamed when it is complete, so there is never a half one.
final class Derived {
    private static final String NAME = "[0-9a-f]{16}-\\d+(\\.making)?";
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Path root;
    private final String name;

    /// Fills a new folder.
    interface Making {
        void in(Path folder);
    }

    Derived(Path root, Extract extract) {
        this.root = root;
        name = extract.checksum().substring(0, 16) + "-" + RoadImport.VERSION;
    }

    /// The folder, made first where there is none. Of several that come at once one makes it.
    Path folder(Making making) {
        var folder = root.resolve(name);
        if (Files.isDirectory(folder)) return folder;
        try (var file =
                        FileChannel.open(
                                root.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock(file)) {
            if (Files.isDirectory(folder)) return folder;
            var half = root.resolve(name + ".making");
            delete(half);
            Files.createDirectory(half);
            try {
                making.in(half);
            } catch (RuntimeException e) {
                delete(half);
                throw e;
            }
            return Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another process is waited for by the system, another thread of this one is not.
    private static FileLock lock(FileChannel file) throws IOException {
        while (true) {
            try {
                return file.lock();
            } catch (OverlappingFileLockException e) {
                try {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            }
        }
    }

    /// What was made from other map files, and what was left half made.
    void deleteOthers() {
        try (var all = Files.list(root)) {
            all.filter(it -> it.getFileName().toString().matches(NAME))
                    .filter(it -> !it.endsWith(name) && !it.endsWith(name + ".making"))
                    .forEach(Derived::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
