package gofood.bench.row.life;

import gofood.bench.load.HttpLine;
import gofood.bench.load.HttpLine.Heard;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Whoever is told that there is too much to do asks again, as telephones do.
final class Patience {
    private static final int TRIES = 60;
    private static final long PAUSE_MILLIS = 250;

    private Patience() {}

    /// A request that may be repeated.
    static Heard ask(HttpLine line, String path, @Nullable String body, String... headers)
            throws IOException {
        var bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        var heard = line.ask("POST", path, bytes, headers);
        for (var i = 1; i < TRIES && heard.status() == 503; i++) {
            pause();
            heard = line.ask("POST", path, bytes, headers);
        }
        return heard;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
