package gofood.app;

import gofood.platform.run.Env;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Where each service listens: at a fixed distance from the gateway, unless its own setting (for
/// example `ORDER_PORT`) says otherwise. Two goFOODs side by side differ in `--port` only.
public record Ports(Map<String, Integer> of) {
    /// Whoever drives the simulated people; no service.
    static final String SIMULATOR = "simulator";

    private static final Map<String, Integer> OFFSETS =
            Map.of(
                    "gateway",
                    0,
                    "user",
                    80,
                    "restaurant",
                    81,
                    "order",
                    82,
                    "payment",
                    83,
                    "delivery",
                    84,
                    "notification",
                    85,
                    "city",
                    86,
                    SIMULATOR,
                    87);

    /// PostgreSQL's is nobody's business but ours: another one is taken when this is not free.
    static final int POSTGRES_OFFSET = 432;

    private static final int REPLICA_OFFSET = 100;

    static Ports from(int gateway, Env own) {
        var ports = new HashMap<String, Integer>();
        OFFSETS.forEach((service, offset) ->
                ports.put(service, own.number(Env.prefix(service) + "PORT", gateway + offset)));
        return new Ports(Map.copyOf(ports));
    }

    public int of(String service) {
        var port = of.get(service);
        if (port == null) throw new IllegalArgumentException("no service " + service);
        return port;
    }

    /// The second replica's is a hundred above the first one's.
    public int of(Replica replica) {
        return of(replica.service()) + (replica.number() - 1) * REPLICA_OFFSET;
    }

    /// Says which port of these is taken, before anything is started.
    ///
    /// @param patience how long a port may still be taken by what is just ending
    void mustBeFree(List<Replica> replicas, String host, Duration patience) {
        var deadline = Instant.now().plus(patience);
        for (var replica : replicas) {
            while (!isFree(host, of(replica))) {
                if (Instant.now().isAfter(deadline)) throw taken(replica);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private CannotStart taken(Replica replica) {
        return new CannotStart(
                "Port %d, which the %s service needs, is taken. Stop what uses it, or choose other ports with --port (for example --port %d)."
                        .formatted(of(replica), replica, of("gateway") + 1000));
    }

    /// A gateway's port whose followers are free as well, far from the usual ones.
    static int freeForAll() {
        for (var gateway = 20_000; gateway < 60_000; gateway += 1000) {
            var ports = from(gateway, new Env(Map.of()));
            if (ports.of.values().stream().allMatch(port -> isFree("127.0.0.1", port)))
                return gateway;
        }
        throw new CannotStart("No ports are free.");
    }

    static int firstFree(int from) {
        for (var port = from; port < from + 500 && port < 65_536; port++)
            if (isFree("127.0.0.1", port)) return port;
        throw new CannotStart("No port is free from %d on.".formatted(from));
    }

    private static boolean isOurs(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    // Some systems let two servers share a port on different addresses: what answers has it.
    private static boolean isFree(String host, int port) {
        if (port < 1 || port > 65_535)
            throw new CannotStart(
                    "%d is not a port. The gateway's --port can be 1 to %d; the services follow it."
                            .formatted(port, 65_535 - 87));
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (UnresolvedAddressException | SocketException e) {
            if (isOurs(host)) return false;
            throw new CannotStart(
                    "%s is not an address of this machine: choose another --host.".formatted(host),
                    e);
        } catch (IOException e) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
