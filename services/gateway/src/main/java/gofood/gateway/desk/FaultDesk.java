package gofood.gateway.desk;

import gofood.contracts.GatewayApi.Fault;
import gofood.contracts.GatewayApi.Faults;
import gofood.contracts.GatewayApi.ProviderFault;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.FaultSwitch;
import gofood.platform.http.Peer;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `GET·PUT /faults`: faults that are made on purpose in all services. Each replica is told the
/// part of its service, with the operator's own token, so that its audit names them; the gateway
/// keeps only its own part.
public final class FaultDesk {
    private static final Access OPERATORS = Access.only(Role.OPERATOR);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String GATEWAY = "gateway";
    private static final String PAYMENT = "payment";

    private final FaultSwitch own;
    private final List<Replica> replicas = new ArrayList<>();

    /// @param name such as `order 2`
    private record Replica(String name, String service, Peer peer) {}

    /// @param replicas of each service
    public FaultDesk(FaultSwitch own, Map<String, List<Peer>> replicas) {
        this.own = own;
        replicas.forEach((service, peers) -> {
            for (int i = 0; i < peers.size(); i++)
                this.replicas.add(new Replica(service + " " + (i + 1), service, peers.get(i)));
        });
    }

    public Routes routes() {
        return new Routes()
                .get("/faults", OPERATORS, _ -> Reply.ok(read()))
                .put("/faults", OPERATORS, this::set);
    }

    private void requireAllowed() {
        if (!own.isAllowed())
            throw new Refused(
                    404,
                    "no_such_path",
                    "No faults can be made here: goFOOD was started without FAULTS=on.");
    }

    /// Who doesn't answer is left out: after a restart, a replica has no faults.
    private Faults read() {
        requireAllowed();
        var all = new LinkedHashSet<Fault>(own.faults().faults());
        ProviderFault provider = null;
        for (var part : AtOnce.ask(replicas, PATIENCE, FaultDesk::read)) {
            all.addAll(part.faults());
            if (part.provider() != null) provider = part.provider();
        }
        return new Faults(List.copyOf(all), provider);
    }

    private static Faults read(Replica replica) {
        try {
            var answer = replica.peer.get("/faults");
            if (answer.isOk()) return answer.as(Faults.class);
        } catch (Refused away) {
            // said above
        }
        return new Faults(List.of(), null);
    }

    private Reply set(Call call) {
        requireAllowed();
        var wanted = call.body(Faults.class);
        requireServices(wanted);
        var token = Map.of("Authorization", call.header("Authorization").orElse(""));
        own.set(partOf(GATEWAY, wanted));
        var missing =
                AtOnce.ask(replicas, PATIENCE, replica -> tell(replica, wanted, token)).stream()
                        .flatMap(Optional::stream)
                        .toList();
        if (missing.isEmpty()) return Reply.ok(wanted);
        throw new Refused(
                        503,
                        "partly_done",
                        "Not everybody has heard of it. Try again; not told: "
                                + String.join(", ", missing)
                                + ".")
                .with("unreachable", missing);
    }

    private void requireServices(Faults wanted) {
        var known = new LinkedHashSet<String>();
        known.add(GATEWAY);
        for (var replica : replicas) known.add(replica.service);
        for (var fault : wanted.faults())
            if (!known.contains(fault.service()))
                throw Refused.invalid("service", "must be one of " + String.join(", ", known))
                        .with("allowed", known);
    }

    private static Faults partOf(String service, Faults all) {
        return new Faults(
                all.faults().stream().filter(fault -> fault.service().equals(service)).toList(),
                service.equals(PAYMENT) ? all.provider() : null);
    }

    /// @return its name if it did not take it
    private static Optional<String> tell(
            Replica replica, Faults wanted, Map<String, String> token) {
        try {
            var part = partOf(replica.service, wanted);
            var answer = replica.peer.put("/faults", part, token);
            return answer.isOk() ? Optional.empty() : Optional.of(replica.name);
        } catch (Refused away) {
            return Optional.of(replica.name);
        }
    }
}
