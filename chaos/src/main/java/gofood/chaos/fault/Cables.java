package gofood.chaos.fault;

import gofood.app.Replica;
import gofood.app.Wiring;
import gofood.chaos.cable.Cable;
import gofood.platform.run.Running;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A cable between every replica and every replica that it may call, and the database.
public final class Cables implements Wiring, Running {
    private final Map<String, Cable> all = new ConcurrentHashMap<>();
    private volatile int postgresPort;

    @Override
    public int port(Replica caller, String callee, int port) {
        if (callee.equals(POSTGRES)) postgresPort = port;
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
        return replica.replaceAll("[^a-z].*", "").equals(service);
    }

    public void repair() {
        all.values().forEach(Cable::repair);
    }

    @Override
    public void close() {
        all.values().forEach(Cable::close);
    }
}
