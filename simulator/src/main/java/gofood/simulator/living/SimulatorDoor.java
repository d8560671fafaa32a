package gofood.simulator.living;

import gofood.contracts.SimulatorApi.Drive;
import gofood.contracts.UserApi.Role;
import gofood.platform.Meters;
import gofood.platform.http.Access;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Standard;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.http.UserKeys;
import gofood.platform.http.Web;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import java.time.Clock;
import java.util.Optional;

/// The simulator's own small door, through which operators drive it. It has no database: whoever
/// starts the simulator anew starts it as the command line says.
public final class SimulatorDoor implements Running {
    private static final String NAME = "simulator";

    private final Routes routes;
    private final Running server;

    private SimulatorDoor(Routes routes, Running server) {
        this.routes = routes;
        this.server = server;
    }

    /// Listens on `SIMULATOR_PORT` at `BIND_HOST`, until it is closed. People's tokens are checked
    /// with the keys of the user service at `USER_URL`, those of services with `SERVICE_SECRET`.
    ///
    /// @throws IllegalStateException for a setting that is missing or wrong
    public static SimulatorDoor open(Env env, Simulation simulation) {
        var metrics = Meters.registry();
        var users = new UserKeys(NAME, new Upstream("user", env.peers("user")));
        var tokens = new Tokens(NAME, env.text("SERVICE_SECRET"), users, Clock.systemUTC());
        var routes = routes(simulation);
        var all = new Standard(NAME, Optional.empty(), metrics).routes().addAll(routes);
        var web = new Web(tokens, Optional.empty(), metrics);
        var server = web.serve(env.text("BIND_HOST", "0.0.0.0"), env.port(NAME), all);
        return new SimulatorDoor(routes, server);
    }

    private static Routes routes(Simulation simulation) {
        var operators = Access.only(Role.OPERATOR);
        return new Routes()
                .get("/simulator", operators, _ -> Reply.ok(simulation.state()))
                .put(
                        "/simulator",
                        operators,
                        call -> Reply.ok(simulation.drive(call.body(Drive.class))));
    }

    /// To compare them with their description.
    Routes routes() {
        return routes;
    }

    @Override
    public void close() {
        server.close();
    }
}
