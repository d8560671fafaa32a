package gofood.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import gofood.platform.run.Running;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with Argon2id.
///
/// A hash costs memory and tens of milliseconds of pure computing, on purpose. It is done on a few
/// threads of its own: a flood of sign-ins can then neither fill the heap nor hold the carriers on
/// which all other requests run. What doesn't fit into the queue is refused.
final class Passwords implements Running {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function today;
    private final ThreadPoolExecutor threads;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    Passwords(UserConfig config) {
        today =
                Argon2Function.getInstance(
                        config.argonKib(), config.argonPasses(), 1, HASH_BYTES, Argon2.ID);
        threads =
                new ThreadPoolExecutor(
                        config.hashThreads(),
                        config.hashThreads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(config.hashQueue()),
                        Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        nobodys = madeUp();
    }

    /// A hash that belongs to no password, made without the work of hashing one: to compare with it
    /// is as much work as with any other.
    private String madeUp() {
        var salt = Base64.getEncoder().withoutPadding().encodeToString(randomBytes(SALT_BYTES));
        var hash = Base64.getEncoder().withoutPadding().encodeToString(randomBytes(HASH_BYTES));
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        today.getVersion(),
                        today.getMemory(),
                        today.getIterations(),
                        today.getParallelism(),
                        salt,
                        hash);
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// @throws Refused 503 when too many hashes are wanted at once
    String hash(String password) {
        var salt = randomBytes(SALT_BYTES);
        return compute(() -> today.hash(bytes(password), salt).getResult());
    }

    /// Takes as long for somebody who isn't there as for a wrong password.
    ///
    /// @param hash null for somebody who isn't there or has no password
    /// @throws Refused 503 when too many hashes are wanted at once
    boolean matches(String password, @Nullable String hash) {
        var known = hash == null ? nobodys : hash;
        var same =
                compute(() ->
                        Argon2Function.getInstanceFromHash(known)
                                .check(bytes(password), known.getBytes(StandardCharsets.US_ASCII)));
        return same && hash != null;
    }

    /// Whether it was made with other parameters than today's.
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(today);
    }

    /// A letter with an accent can be typed as one character or as two.
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC)
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T compute(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw Refused.unavailable("Signing in");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("Signing in");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
