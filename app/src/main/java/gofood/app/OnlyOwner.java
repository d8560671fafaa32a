package gofood.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// File permissions for secrets, where the file system knows such a thing (Windows does not; there
/// the user's own folder protects them).
final class OnlyOwner {
    private OnlyOwner() {}

    static void mayEnter(Path folder) throws IOException {
        set(folder, "rwx------");
    }

    static void mayRead(Path file) throws IOException {
        set(file, "rw-------");
    }

    private static void set(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
