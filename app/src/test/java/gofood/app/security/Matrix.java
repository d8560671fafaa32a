package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.security.Policy.Line;
import gofood.app.security.Wire.Answer;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Routes.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Every route, asked for by everybody, through the gateway and at the service.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Matrix {
    private static final Policy POLICY = Policy.read();

    abstract Scene scene();

    /// One route of one running service, and what the policy says of it.
    private record Cell(String service, Route route, Line line) {}

    @Test
    @Order(1)
    void every_route_has_a_line_and_every_line_a_route() {
        var wrong = new TreeSet<String>();
        var used = new ArrayList<Line>();
        scene().house
                .tables()
                .forEach((service, routes) -> {
                    for (var route : routes.list()) {
                        if (route.method().equals("any")) continue;
                        var lines = linesOf(service, route);
                        if (lines.isEmpty())
                            wrong.add(
                                    service
                                            + " serves "
                                            + name(route)
                                            + ", of which the policy says nothing");
                        used.addAll(lines);
                    }
                });
        for (var line : POLICY.lines())
            if (!used.contains(line))
                wrong.add(
                        "the policy speaks of "
                                + line.name()
                                + " of "
                                + line.service()
                                + ", which nobody serves");
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void who_may_not_is_refused_and_changes_nothing() {
        scene().expose();
        var before = scene().state();
        var wrong = new ArrayList<String>();
        for (var cell : cells())
            for (var who : Persona.values())
                if (!cell.line.may().contains(who)) {
                    refused(cell, who, false, wrong);
                    if (!cell.line.inside()) refused(cell, who, true, wrong);
                }
        assertThat(wrong).isEmpty();
        assertThat(scene().state()).as("changed by those who may not").isEqualTo(before);
    }

    @Test
    @Order(3)
    void what_is_inside_is_not_to_be_seen_from_outside() {
        var wrong = new ArrayList<String>();
        var own = scene().house.tables().get("gateway");
        for (var cell : cells()) {
            var line = cell.line;
            if (!line.inside() || own.list().stream().anyMatch(it -> name(it).equals(line.name())))
                continue;
            for (var who : Persona.values()) {
                var answer = ask(cell, who, true);
                var expected = who == Persona.SERVICE ? Set.of(401) : Set.of(404, 405);
                if (!expected.contains(answer.status())) wrong.add(told(cell, who, true, answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(4)
    void who_may_is_let_in() {
        var wrong = new ArrayList<String>();
        for (var cell : cells())
            for (var who : Persona.values()) {
                if (!cell.line.may().contains(who)) continue;
                allowed(cell, who, false, wrong);
                if (cell.line.inside()) continue;
                if (who == Persona.SERVICE) isRefusedOutside(cell, wrong);
                else allowed(cell, who, true, wrong);
            }
        assertThat(wrong).isEmpty();
    }

    private void allowed(Cell cell, Persona who, boolean outside, List<String> wrong) {
        if (who == Persona.SERVICE && cell.service.equals("gateway")) {
            isRefusedOutside(cell, wrong);
            return;
        }
        var answer = ask(cell, who, outside);
        var status = answer.status();
        var missing = status == 404 && !cell.line.page();
        if (status == 401 || status == 403 || missing || status >= 500 || status == 400)
            wrong.add(told(cell, who, outside, answer));
        leaks(cell, who, answer, wrong);
    }

    private void isRefusedOutside(Cell cell, List<String> wrong) {
        var answer = ask(cell, Persona.SERVICE, true);
        if (answer.status() != 401) wrong.add(told(cell, Persona.SERVICE, true, answer));
    }

    private void refused(Cell cell, Persona who, boolean outside, List<String> wrong) {
        var answer = ask(cell, who, outside);
        var atDoor = outside || cell.service.equals("gateway");
        var expected = atDoor && who == Persona.SERVICE ? 401 : expected(cell, who);
        if (answer.status() != expected)
            wrong.add("not " + expected + ": " + told(cell, who, outside, answer));
        leaks(cell, who, answer, wrong);
    }

    /// A stranger is told nothing of the owner, whatever they ask for; nobody but the customer is
    /// told the PIN at the door.
    private void leaks(Cell cell, Persona who, Answer answer, List<String> wrong) {
        var text = answer.text() + answer.headers().map();
        // who knows the owner's password is the owner
        var isOwnInput = cell.line.body().contains("$password");
        if (!who.isInvolved() && !isOwnInput)
            for (var mark : scene().marks)
                if (text.contains(mark))
                    wrong.add(who + " reads " + mark + " in " + told(cell, who, false, answer));
        var pin = "\"delivery_pin\":\"" + scene().value("pin") + "\"";
        if (who != Persona.OWNER && text.contains(pin))
            wrong.add(who + " reads the PIN in " + told(cell, who, false, answer));
    }

    private static int expected(Cell cell, Persona who) {
        if (who == Persona.NOBODY)
            return cell.line.instead().getOrDefault(who, 401) == 403
                    ? 401
                    : cell.line.instead().getOrDefault(who, 401);
        var instead = cell.line.instead().get(who);
        if (instead != null) return instead;
        var roles = cell.route.access().roles();
        return roles.isEmpty() || roles.contains(role(who)) ? 404 : 403;
    }

    private static Role role(Persona who) {
        return switch (who) {
            case NOBODY, GUEST -> Role.GUEST;
            case OWNER, OTHER -> Role.CUSTOMER;
            case STAFF, STAFF2 -> Role.STAFF;
            case COURIER, COURIER2 -> Role.COURIER;
            case OPERATOR -> Role.OPERATOR;
            case SERVICE -> Role.SERVICE;
        };
    }

    private Answer ask(Cell cell, Persona who, boolean outside) {
        var may = cell.line.may().contains(who);
        URI where = outside ? scene().house.gateway() : scene().house.url(cell.service);
        var request = scene().request(cell.line, cell.service, where, who, may);
        return Scene.isStream(cell.route) ? Wire.begin(request) : Wire.send(request);
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var line : POLICY.lines())
            scene().house
                    .tables()
                    .forEach((service, routes) ->
                            routes.list().stream()
                                    .filter(route ->
                                            line.isOf(service) && name(route).equals(line.name()))
                                    .forEach(route -> cells.add(new Cell(service, route, line))));
        return cells;
    }

    private static List<Line> linesOf(String service, Route route) {
        return POLICY.lines().stream()
                .filter(line -> line.isOf(service) && line.name().equals(name(route)))
                .toList();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private static String told(Cell cell, Persona who, boolean outside, Answer answer) {
        var text = answer.text();
        return "%s, %s %s: %d %s"
                .formatted(
                        cell.line.name(),
                        who,
                        outside ? "through the gateway" : "at " + cell.service,
                        answer.status(),
                        text.substring(0, Math.min(200, text.length())));
    }
}
