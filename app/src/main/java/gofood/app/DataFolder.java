package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import gofood.platform.run.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The folder with everything that goFOOD remembers, locked for one goFOOD at a time: two servers
/// on the same files would destroy them.
public final class DataFolder implements Running {
    private static final long LONG_LOG_BYTES = 20_000_000;
    private static final Path DEMO_CITY = Path.of("demo");

    private final Path root;
    private final FileChannel lock;
    private final Secrets secrets;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
        this.secrets = new Secrets(root.resolve("secrets.properties"));
    }

    public static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        if (folder.toString().isBlank() || isSomebodyElses(root))
            throw new CannotStart(
                    "The data folder %s holds something else. Name an empty or a new folder with --data."
                            .formatted(root));
        try {
            Files.createDirectories(root);
            // the databases, and the passwords beside them, are nobody else's business
            OnlyOwner.mayEnter(root);
            Files.createDirectories(root.resolve("logs"));
            var locked = lock(root);
            putAsideLongLogs(root.resolve("logs"));
            return new DataFolder(root, locked);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be used (%s). Choose another with --data."
                            .formatted(root, e),
                    e);
        }
    }

    /// Neither new, nor empty, nor with our lock in it.
    private static boolean isSomebodyElses(Path root) {
        if (!Files.isDirectory(root) || Files.exists(root.resolve("lock"))) return false;
        try (var entries = Files.list(root)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            return false; // what is wrong with it is said when it is used
        }
    }

    private static void putAsideLongLogs(Path logs) throws IOException {
        try (var files = Files.newDirectoryStream(logs, "*.log")) {
            for (var file : files)
                if (Files.size(file) > LONG_LOG_BYTES)
                    Files.move(
                            file,
                            file.resolveSibling(file.getFileName() + ".old"),
                            StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // The channel stays open when the lock is not to be had: where it is this JVM that holds it,
    // closing any channel on the file would let the lock go.
    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) throw inUse(root, channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(root, channel);
        }
        var owner = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(UTF_8)), 0);
        return channel;
    }

    private static CannotStart inUse(Path root, FileChannel channel) throws IOException {
        var owner = ByteBuffer.allocate(20);
        channel.read(owner, 0);
        return new CannotStart(
                "The data folder %s is in use by another goFOOD (process %s). Stop that one, or choose another folder with --data and another --port."
                        .formatted(root, new String(owner.array(), 0, owner.position(), UTF_8)));
    }

    public Path root() {
        return root;
    }

    /// PostgreSQL's own files.
    public Path cluster() {
        return root.resolve("postgres");
    }

    public Path log(String of) {
        return root.resolve("logs").resolve(of + ".log");
    }

    /// What was derived from the map.
    public Path city() {
        return root.resolve("city");
    }

    /// The map of this folder: the one that is named now, else the one of the first start; empty
    /// for the demo city. A file of the same name is a newer state of the same city.
    ///
    /// @throws CannotStart when the folder belongs to another city, or the file isn't there
    Optional<Path> extract(Optional<Path> named) {
        var first = firstExtract();
        named.filter(Predicate.not(Files::isRegularFile)).ifPresent(DataFolder::noSuchMap);
        if (named.isPresent()) {
            var file = named.get().toAbsolutePath().normalize();
            if (first.isPresent() && !sameName(first.get(), file))
                throw new CannotStart(
                        "The data folder %s belongs to the city of %s. Start %s with a folder of its own: --data DIR."
                                .formatted(root, first.get().getFileName(), file.getFileName()));
            return Optional.of(file);
        }
        var known = first.filter(Predicate.not(DEMO_CITY::equals));
        known.filter(Predicate.not(Files::isRegularFile)).ifPresent(DataFolder::noSuchMap);
        return known;
    }

    /// From the first successful start on, the folder keeps to its city.
    void keepTo(Optional<Path> extract) {
        try {
            Files.writeString(root.resolve("extract"), extract.orElse(DEMO_CITY).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> firstExtract() {
        var file = root.resolve("extract");
        try {
            return Files.exists(file)
                    ? Optional.of(Path.of(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameName(Path one, Path other) {
        return Objects.equals(one.getFileName(), other.getFileName());
    }

    private static void noSuchMap(Path file) {
        throw new CannotStart(
                "There is no map file %s. Name an OpenStreetMap extract (.osm.pbf) with --city."
                        .formatted(file));
    }

    /// Written when the demo city has been loaded completely.
    public Path demoMark() {
        return root.resolve("demo-loaded");
    }

    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
