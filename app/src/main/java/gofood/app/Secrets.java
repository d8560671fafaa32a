package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Random passwords and keys of this data folder, each made once and kept in one file that only its
/// owner reads.
public final class Secrets {
    private final Path file;
    private final TreeMap<String, String> known = new TreeMap<>();

    public Secrets(Path file) {
        this.file = file;
        if (!Files.exists(file)) return;
        try (var reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            for (var name : properties.stringPropertyNames())
                known.put(name, properties.getProperty(name));
        } catch (IOException e) {
            throw new CannotStart("The secrets in %s cannot be read (%s).".formatted(file, e), e);
        }
    }

    /// The secret of that name: 32 random bytes as base64url, the same at every call.
    public synchronized String of(String name) {
        var secret = known.get(name);
        return secret != null ? secret : create(name, 32);
    }

    /// A shorter one (12 random bytes) for a person to type.
    public synchronized String typed(String name) {
        var secret = known.get(name);
        return secret != null ? secret : create(name, 12);
    }

    /// The secret of that name, which becomes this one if there is none yet.
    public synchronized String orFirst(String name, String first) {
        var secret = known.get(name);
        return secret != null ? secret : keep(name, first);
    }

    private String create(String name, int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return keep(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private String keep(String name, String secret) {
        known.put(name, secret);
        try {
            save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret;
    }

    // on the disk before it is used, and never half a file: a lost password is a lost database
    private void save() throws IOException {
        var text =
                known.entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                        .collect(Collectors.joining());
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        OnlyOwner.mayRead(Files.createFile(next));
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
