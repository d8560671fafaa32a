package gofood.gateway;

import gofood.gateway.door.Visitor;
import gofood.platform.run.Running;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Live streams (server-sent events) on their way through. Each piece goes on at once. When one
/// side goes away, the other side's connection is closed too: the service's end shows itself, the
/// client's is found by writing empty comments, which every event-stream reader skips.
final class LiveStreams implements Running {
    private static final byte[] NOTHING_NEW = {':', '\n'};

    private final Duration probe;
    private final int mostEach;
    private final Map<String, Integer> ofClient = new ConcurrentHashMap<>();
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    /// @param mostEach how many one client may have open
    LiveStreams(Duration probe, int mostEach) {
        this.probe = probe;
        this.mostEach = mostEach;
    }

    /// One of the streams that a client may have; it is free again when closed.
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws Refused 429 when this client has as many as it may
    Seat seat(Visitor visitor) {
        var key = visitor.key();
        if (ofClient.merge(key, 1, Integer::sum) > mostEach) {
            leave(key);
            throw new Refused(
                            429,
                            "too_many_streams",
                            "More than " + mostEach + " live streams are open. Close one first.")
                    .with("limit", mostEach);
        }
        return () -> leave(key);
    }

    private void leave(String key) {
        ofClient.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    int count() {
        return open.size();
    }

    /// Passes the stream on until one of the two ends.
    void pass(Answer from, OutputStream to) {
        var stream = new Stream(from, to);
        open.add(stream);
        var watch = Thread.ofVirtual().name("stream-watch").start(() -> stream.watch(probe));
        try {
            stream.pump();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // one of the two went away, or we are stopping
        } finally {
            watch.interrupt();
            open.remove(stream);
        }
    }

    @Override
    public void close() {
        open.forEach(stream -> stream.from.close());
    }

    private static final class Stream {
        private final Answer from;
        private final OutputStream to;
        private boolean betweenLines = true;
        private long quietSince = System.nanoTime();

        Stream(Answer from, OutputStream to) {
            this.from = from;
            this.to = to;
        }

        void pump() throws IOException {
            var buffer = new byte[8 << 10];
            // not closed here: that would wait for the rest of it
            var in = from.rest();
            for (int n; (n = in.read(buffer)) >= 0; ) write(buffer, n);
        }

        private synchronized void write(byte[] bytes, int length) throws IOException {
            if (length == 0) return;
            to.write(bytes, 0, length);
            to.flush();
            betweenLines = bytes[length - 1] == '\n';
            quietSince = System.nanoTime();
        }

        void watch(Duration probe) {
            try {
                var wait = probe;
                while (true) {
                    Thread.sleep(wait);
                    wait = look(probe);
                }
            } catch (InterruptedException e) {
                // the stream has ended
            } catch (IOException | RuntimeException e) {
                from.close();
            }
        }

        /// Writes when it has been quiet for so long; tells how long to wait for the next look.
        private synchronized Duration look(Duration probe) throws IOException {
            var quiet = Duration.ofNanos(System.nanoTime() - quietSince);
            if (quiet.compareTo(probe) < 0) return probe.minus(quiet);
            // half a line must not be torn apart
            if (betweenLines) {
                to.write(NOTHING_NEW);
                to.flush();
            }
            return probe;
        }
    }
}
