package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import gofood.app.security.Wire.Answer;
import gofood.app.security.Wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Forged tokens, shown at the gateway and at every service: 401 for each, and never a 500.
abstract class Forgeries {
    abstract Scene scene();

    /// At each door something that only a token opens.
    private Map<URI, String> doors() {
        var house = scene().house;
        var doors = new TreeMap<URI, String>();
        doors.put(house.gateway(), "/orders");
        doors.put(house.url("user"), "/users");
        doors.put(house.url("restaurant"), "/restaurants/1/tickets");
        doors.put(house.url("order"), "/orders");
        doors.put(house.url("payment"), "/payments");
        doors.put(house.url("delivery"), "/deliveries");
        doors.put(house.url("notification"), "/notifications");
        doors.put(house.url("city"), "/zones/restrictions");
        return doors;
    }

    @Test
    void a_forged_token_opens_no_door() throws Exception {
        var scene = scene();
        var operator = scene.client(Persona.OPERATOR).token();
        var forger = new Forger(realKey(), Scene.idOf(scene.client(Persona.OPERATOR)));
        var tokens = forger.all(operator, scene.value("refresh"));
        assertThat(tokens.size()).isGreaterThan(70);
        var wrong = new ArrayList<String>();
        doors().forEach((where, path) -> {
            var uri = where.resolve(path);
            tokens.forEach((what, token) -> check(what, where, Wire.send(get(uri, token)), wrong));
        });
        assertThat(wrong).isEmpty();
        for (var door : doors().entrySet())
            assertThat(
                            Wire.send(get(door.getKey().resolve(door.getValue()), forger.good()))
                                    .status())
                    .as("the pattern of all forgeries is good, at " + door)
                    .isEqualTo(200);
    }

    @Test
    void two_headers_or_another_scheme_are_no_token() {
        var token = scene().client(Persona.OPERATOR).token();
        var wrong = new ArrayList<String>();
        doors().forEach((where, path) -> {
            var uri = where.resolve(path);
            var good = "Bearer " + token;
            for (var headers :
                    List.of(
                            List.of(good, "Bearer x.y.z"),
                            List.of("Bearer x.y.z", good),
                            List.of(good, good),
                            List.of(good, "Basic b3A6cHc="),
                            List.of("Basic b3A6cHc="),
                            List.of("Token " + token),
                            List.of(token),
                            List.of("Bearer"),
                            List.of("Bearer "),
                            List.of("Bearer" + token)))
                check(headers.toString(), where, Wire.send(get(uri, ""), headers), wrong);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_services_token_is_of_no_use_outside() {
        var scene = scene();
        var token = scene.house.asService(scene.house.gateway()).token();
        for (var path :
                List.of("/orders", "/restaurants", "/audit", "/personal-data/1", "/events", "/"))
            assertThat(Wire.send(get(scene.house.gateway().resolve(path), token)).status())
                    .as(path)
                    .isEqualTo(401);
    }

    private static void check(String what, URI where, Answer answer, List<String> wrong) {
        var good =
                answer.status() == 401
                        && answer.headers()
                                .firstValue("WWW-Authenticate")
                                .orElse("")
                                .equals("Bearer")
                        && answer.type().equals("application/problem+json");
        if (!good)
            wrong.add("%s at %s: %d %s".formatted(what, where, answer.status(), answer.text()));
    }

    private static Request get(URI uri, String token) {
        return new Request("GET", uri, token, new byte[0]);
    }

    /// The one that the user service signs with. It lies sealed in its database, and only who has
    /// the services' common secret opens it; the service's own means are used for that.
    private ECKey realKey() throws Exception {
        var scene = scene();
        var type = Class.forName("gofood.user.KeySeal");
        var maker = type.getDeclaredConstructor(String.class);
        maker.setAccessible(true);
        var seal = maker.newInstance(scene.house.setting("user", "SERVICE_SECRET"));
        var open = type.getDeclaredMethod("open", String.class, byte[].class);
        open.setAccessible(true);
        try (var connection = scene.house.database("user");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT kid, sealed FROM signing_key ORDER BY active_from DESC, kid LIMIT 1")) {
            rows.next();
            var opened =
                    (java.util.Optional<?>)
                            open.invoke(seal, rows.getString("kid"), rows.getBytes("sealed"));
            return ECKey.parse(
                    new String(
                            (byte[]) opened.orElseThrow(),
                            java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
