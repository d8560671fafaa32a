package gofood.platform.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PlainSocket;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientRequest;
import io.helidon.webclient.http1.Http1ClientResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;

/// An HTTP client with the connections that it keeps for its next requests.
///
/// Helidon's own client has each idle connection watched by a thread that reads from it, and
/// whoever uses it next gets the answer from that thread, under what was left of the time of the
/// request before: a time-out long before its own, and more work than the request itself. Here
/// nobody watches. A read that doesn't wait tells, just before a connection is used again, whether
/// the other side has closed it.
public final class Connections {
    private static final int MOST_IDLE = 256;

    /// Less than the half minute after which our servers close what is idle, so that they don't do
    /// it just when we ask.
    private static final long KEPT_NANOS = Duration.ofSeconds(25).toNanos();

    private final int connectMillis;
    private final Http1Client client;
    private final Map<URI, Deque<Line>> idle = new ConcurrentHashMap<>();

    /// @param connect how long a connection may take to come about
    public Connections(Duration connect) {
        connectMillis = Math.toIntExact(connect.toMillis());
        client = Outgoing.client(connect).build();
    }

    /// A request to this address, which [#send] sends.
    ///
    /// @param target path and query, encoded
    public Http1ClientRequest request(Method method, URI address, String target) {
        return client.method(method)
                .uri(address)
                // as it is: given as part of the URI, its escapes would be undone
                .path(target)
                .skipUriEncoding(true);
    }

    /// Sends it, and gives the connection back when the response is closed.
    ///
    /// @param body empty for none
    /// @param anew over a connection that serves only for this
    /// @throws RuntimeException for whatever went wrong, see [Failure]
    public Http1ClientResponse send(
            URI address, Http1ClientRequest request, byte[] body, boolean anew) {
        // with TLS it is rare, and Helidon's affair
        if (address.getScheme().equals("https")) return request.keepAlive(!anew).submit(body);
        if (anew) request.header(HeaderValues.CONNECTION_CLOSE);
        var line = anew ? open(address) : kept(address);
        try {
            return request.connection(line).submit(body);
        } catch (RuntimeException e) {
            line.closeResource();
            throw e;
        }
    }

    private Line kept(URI address) {
        var lines = idleTo(address);
        // the last used first: both sides still have it at hand, and what isn't needed grows old
        for (Line line; (line = lines.pollFirst()) != null; ) {
            if (line.isUsable()) return line;
            line.closeResource();
        }
        return open(address);
    }

    /// One that nobody needed for long; otherwise it would stay open with those above it in use.
    private static void closeOldest(Deque<Line> lines) {
        var oldest = lines.peekLast();
        if (oldest != null && oldest.isOld() && lines.removeLastOccurrence(oldest))
            oldest.closeResource();
    }

    private Deque<Line> idleTo(URI address) {
        return idle.computeIfAbsent(address, _ -> new LinkedBlockingDeque<>(MOST_IDLE));
    }

    private Line open(URI address) {
        try {
            var channel = SocketChannel.open();
            try {
                var port = address.getPort() < 0 ? 80 : address.getPort();
                channel.socket()
                        .connect(new InetSocketAddress(address.getHost(), port), connectMillis);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return new Line(channel, idleTo(address));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One connection.
    private static final class Line implements ClientConnection, DataWriter {
        private final SocketChannel channel;
        private final Deque<Line> home;
        private final HelidonSocket socket;
        private final DataReader reader;
        private final ByteBuffer nothing = ByteBuffer.allocate(1);
        private long idleSince;

        Line(SocketChannel channel, Deque<Line> home) {
            this.channel = channel;
            this.home = home;
            this.socket = PlainSocket.client(channel.socket(), "0x" + hashCode());
            this.reader = DataReader.create(socket);
        }

        boolean isOld() {
            return System.nanoTime() - idleSince > KEPT_NANOS;
        }

        boolean isUsable() {
            if (isOld()) return false;
            try {
                channel.configureBlocking(false);
                // neither its end nor something that nobody asked for
                var isQuiet = channel.read(nothing.clear()) == 0;
                channel.configureBlocking(true);
                return isQuiet;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void releaseResource() {
            idleSince = System.nanoTime();
            if (!channel.isOpen() || !home.offerFirst(this)) closeResource();
            closeOldest(home);
        }

        @Override
        public void closeResource() {
            try {
                channel.close();
            } catch (IOException e) {
                // it is of no more use anyway
            }
        }

        @Override
        public void readTimeout(Duration time) {
            try {
                // none at all would be for ever
                channel.socket().setSoTimeout((int) Math.max(1, time.toMillis()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public DataReader reader() {
            return reader;
        }

        @Override
        public DataWriter writer() {
            return this;
        }

        @Override
        public String channelId() {
            return socket.childSocketId();
        }

        @Override
        public HelidonSocket helidonSocket() {
            return socket;
        }

        @Override
        public void write(BufferData... pieces) {
            for (var piece : pieces) socket.write(piece);
        }

        @Override
        public void write(BufferData piece) {
            socket.write(piece);
        }

        @Override
        public void writeNow(BufferData... pieces) {
            write(pieces);
        }

        @Override
        public void writeNow(BufferData piece) {
            write(piece);
        }
    }
}
