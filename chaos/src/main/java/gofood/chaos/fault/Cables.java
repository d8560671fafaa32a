package gofood.chaos.fault;

import gofood.app.Replica;
import gofood.app.Wiring;
import gofood.chaos.cable.Cable;
import gofood.platform.run.Running;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A cable between the replicas of those services that are to be parted. Everybody else is
/// connected directly, and where all are, a dead process refuses connections as in life: through a
/// cable one is let in before it breaks.
public final class Cables implements Wiring, Running {
    private final Set<Pair> pairs;
    private final Map<String, Cable> all = new ConcurrentHashMap<>();
    private volatile int postgresPort;

    /// Who calls whom, by the names of the services; the callee may be the database.
    public record Pair(String caller, String callee) {}

    public Cables(Set<Pair> pairs) {
        this.pairs = Set.copyOf(pairs);
    }

    @Override
    public int port(Replica caller, String callee, int port) {
        if (callee.equals(POSTGRES)) postgresPort = port;
        if (!pairs.contains(new Pair(caller.service(), service(callee)))) return port;
        return all.computeIfAbsent(caller + ">" + callee, name -> Cable.to(name, port)).port();
    }

    /// Where PostgreSQL really listens.
    public int postgresPort() {
        return postgresPort;
    }

    /// Those of any replica of one service to any replica of another, or to the database.
    public List<Cable> between(String caller, String callee) {
        return all.values().stream()
                .filter(cable -> isOf(cable.name().split(">", 2)[0], caller))
                .filter(cable -> isOf(cable.name().split(">", 2)[1], callee))
                .toList();
    }

    private static boolean isOf(String replica, String service) {
        return service(replica).equals(service);
    }

    /// `order` of `order-2`.
    private static String service(String replica) {
        return replica.replaceAll("[^a-z].*", "");
    }

    public void repair() {
        all.values().forEach(Cable::repair);
    }

    @Override
    public void close() {
        all.values().forEach(Cable::close);
    }
}
