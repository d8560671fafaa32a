package gofood.gateway.door;

import gofood.platform.wire.Refused;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// The bodies of the requests under way. They are kept in memory, because a retry needs them again,
/// and so there is a limit on one and on all together.
public final class Bodies {
    private static final int KILO = 1 << 10;
    private static final int BUFFER = 16 * KILO;

    private final int most;
    private final Semaphore kilobytes;

    public Bodies(int mostBytes, int mostMegabytesTogether) {
        this.most = mostBytes;
        this.kilobytes = new Semaphore(mostMegabytesTogether * KILO);
    }

    /// A body and its place, given back with [#close].
    public final class Body implements AutoCloseable {
        private final byte[] bytes;
        private final int taken;

        private Body(byte[] bytes, int taken) {
            this.bytes = bytes;
            this.taken = taken;
        }

        public byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            kilobytes.release(taken);
        }
    }

    /// @param patience who sends slower than this is given up
    /// @throws Refused 413 for more than the limit, 400 when it ends too early, 408 when too late
    public Body read(ServerRequest request, Duration patience) {
        if (!request.content().hasEntity()) return new Body(new byte[0], 0);
        var announced = request.headers().contentLength();
        if (announced.orElse(0) > most) throw tooLarge();
        var taken = 0;
        try {
            // not closed: who sends too much is still listened to for a moment, see Web
            var in = request.content().inputStream();
            var until = System.nanoTime() + patience.toNanos();
            var read = new ByteArrayOutputStream();
            // most are far smaller than the largest buffer
            var buffer = new byte[Math.clamp(announced.orElse(BUFFER), 1, BUFFER)];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (read.size() + n > most) throw tooLarge();
                if (System.nanoTime() > until) throw tooSlow();
                read.write(buffer, 0, n);
                // only what has come takes up room, not what was announced
                var more = Math.ceilDiv(read.size(), KILO) - taken;
                if (!kilobytes.tryAcquire(more)) throw Refused.unavailable("The gateway");
                taken += more;
            }
            return new Body(read.toByteArray(), taken);
        } catch (Refused refused) {
            kilobytes.release(taken);
            throw refused;
        } catch (IOException | RuntimeException e) {
            // the client broke off, was silent for too long, or sends no chunks but nonsense
            kilobytes.release(taken);
            throw new Refused(400, "malformed_body", "The body ended too early or is no body.");
        }
    }

    private static Refused tooSlow() {
        return new Refused(408, "too_slow", "The body came too slowly. Send it again.");
    }

    private Refused tooLarge() {
        return new Refused(413, "body_too_large", "The body is larger than " + most + " bytes.")
                .with("limit_bytes", most);
    }
}
