package gofood.gateway;

import gofood.platform.http.Peer;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.run.Env;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The services as the gateway itself speaks to them, with a token of its own and apart from the
/// requests that it passes on: a circuit that those have opened doesn't keep it from looking.
final class Neighbours {
    private final Map<String, List<URI>> addresses = new LinkedHashMap<>();
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final Map<String, List<Peer>> replicas = new LinkedHashMap<>();

    Neighbours(Env env, Tokens tokens) {
        for (var service : RouteTable.SERVICES) {
            var all = env.peers(service);
            addresses.put(service, all);
            peers.put(service, new Peer(new Upstream(service, all), tokens));
            replicas.put(
                    service,
                    all.stream()
                            .map(one -> new Peer(new Upstream(service, List.of(one)), tokens))
                            .toList());
        }
    }

    /// Where the replicas of each service are.
    Map<String, List<URI>> addresses() {
        return addresses;
    }

    /// Each service, whichever replica answers.
    Map<String, Peer> peers() {
        return peers;
    }

    Peer peer(String service) {
        return Objects.requireNonNull(peers.get(service), service);
    }

    /// Each replica of each service.
    Map<String, List<Peer>> replicas() {
        return replicas;
    }
}
