package gofood.platform.http;

import gofood.contracts.GatewayApi.Fault;
import gofood.contracts.GatewayApi.Faults;
import gofood.contracts.GatewayApi.ProviderFault;
import gofood.contracts.UserApi.Role;
import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// Faults that are made on purpose in this service, to see what the others make of them. They last
/// until they are taken back or the process ends. Started without `FAULTS=on` it can't be reached,
/// and nothing is ever hit.
public final class FaultSwitch {
    /// By these one sees what happens, and ends it.
    private static final Pattern SPARED = Pattern.compile("/(faults|health|status|metrics)(/.*)?");

    private final String service;
    private final boolean allowed;
    private volatile Faults faults = new Faults(List.of(), null);

    public FaultSwitch(Env env, String service) {
        this.service = service;
        this.allowed = env.text("FAULTS", "off").equals("on");
    }

    public boolean isAllowed() {
        return allowed;
    }

    public Routes routes() {
        if (!allowed) return new Routes();
        var access = Access.only(Role.SERVICE, Role.OPERATOR);
        return new Routes()
                .get("/faults", access, _ -> Reply.ok(faults))
                .put("/faults", access, call -> Reply.ok(set(call.body(Faults.class))));
    }

    /// Takes what is meant for this service.
    public Faults set(Faults all) {
        var ours = all.faults().stream().filter(fault -> fault.service().equals(service)).toList();
        faults = new Faults(ours, all.provider());
        return faults;
    }

    public Faults faults() {
        return faults;
    }

    /// For the one that has a payment provider.
    public Optional<ProviderFault> provider() {
        return Optional.ofNullable(faults.provider());
    }

    /// Whether something that is to happen so often happens now.
    public static boolean isHit(int percent) {
        return ThreadLocalRandom.current().nextInt(100) < percent;
    }

    /// What a request comes through.
    ///
    /// @throws Refused the status that is to be answered
    /// @throws CloseConnectionException to hang up without an answer
    void hit(String path) throws InterruptedException {
        var now = faults.faults();
        if (now.isEmpty() || SPARED.matcher(path).matches()) return;
        for (var fault : now)
            if (path.startsWith(fault.route()) && isHit(fault.percent())) make(fault);
    }

    private static void make(Fault fault) throws InterruptedException {
        var left = RequestScope.current().left();
        var delay = Duration.ofMillis(fault.delayMs());
        // nobody waits for longer
        Thread.sleep(delay.compareTo(left) < 0 ? delay : left);
        if (fault.abort()) throw new CloseConnectionException("a fault made on purpose");
        if (fault.status() != null)
            throw new Refused(
                    fault.status(),
                    "fault_injected",
                    "This fault was made on purpose; an operator can end it.");
    }
}
