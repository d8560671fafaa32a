package gofood.chaos.cable;

import gofood.platform.run.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Leads connections of one service to another (or to a database) through this process, where each
/// direction can be damaged and repaired while it is used.
public final class Cable implements Running {
    private static final int MOST_WAITING = 512;
    private static final int CONNECT_MILLIS = 2_000;

    private final String name;
    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Map<Direction, Damage> damages = new EnumMap<>(Direction.class);
    private final Set<Strand> strands = ConcurrentHashMap.newKeySet();

    private Cable(String name, InetSocketAddress target) throws IOException {
        this.name = name;
        this.target = target;
        door = new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
        for (var direction : Direction.values()) damages.put(direction, Damage.WHOLE);
        Thread.ofVirtual().name("cable-" + name).start(this::accept);
    }

    /// @param name for threads and for people: `order-payment`
    /// @param port of the target on this machine
    public static Cable to(String name, int port) {
        try {
            var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new Cable(name, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /// Where to connect instead of to the target.
    public int port() {
        return door.getLocalPort();
    }

    public void damage(Damage both) {
        for (var direction : Direction.values()) damage(direction, both);
    }

    public void damage(Direction direction, Damage damage) {
        synchronized (damages) {
            damages.put(direction, damage);
            damages.notifyAll();
        }
        if (damage instanceof Damage.Torn) tearAll();
    }

    /// As new; what has lost bytes is torn.
    public void repair() {
        damage(Damage.WHOLE);
        strands.stream().filter(Strand::hasLost).forEach(Strand::tear);
    }

    private void tearAll() {
        strands.forEach(Strand::tear);
    }

    Damage damage(Direction direction) {
        synchronized (damages) {
            return damages.getOrDefault(direction, Damage.WHOLE);
        }
    }

    /// Returns when this direction is not silent.
    Damage awaitVoice(Direction direction) throws InterruptedException {
        synchronized (damages) {
            while (damages.get(direction) instanceof Damage.Silent && !door.isClosed())
                damages.wait();
            return damage(direction);
        }
    }

    private void accept() {
        while (!door.isClosed())
            try {
                var caller = door.accept();
                Thread.ofVirtual().name("cable-" + name).start(() -> join(caller));
            } catch (IOException e) {
                // closed, or a caller that was gone again
            }
    }

    private void join(Socket caller) {
        var callee = new Socket();
        var strand = new Strand(this, caller, callee);
        strands.add(strand);
        try {
            if (damage(Direction.THERE) instanceof Damage.Torn) throw new IOException("torn");
            callee.connect(target, CONNECT_MILLIS);
            strand.carry();
        } catch (IOException e) {
            // nobody there: the caller sees a connection that breaks at once
            strand.tear();
        } finally {
            strands.remove(strand);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (damages) {
            damages.notifyAll();
        }
        tearAll();
    }
}
