package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.security.Policy.Line;
import gofood.app.security.Wire.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What operators change stands in the audit, done or refused.
abstract class AuditTrail {
    abstract Scene scene();

    @Test
    void whatever_an_operator_writes_leaves_a_line() throws SQLException {
        var wrong = new ArrayList<String>();
        var written = 0;
        for (var line : Policy.read().lines()) {
            var isRead = line.method().equals("GET");
            if (isRead || !line.may().contains(Persona.OPERATOR)) continue;
            for (var service : servicesOf(line)) {
                written++;
                var trace = trace();
                var answer = write(line, service, trace);
                if (answer.status() == 401 || lines(service, trace, line, answer) != 1)
                    wrong.add(line.name() + " at " + service + ", answered " + answer.status());
            }
        }
        assertThat(written).isGreaterThan(50);
        assertThat(wrong).as("not once in the audit").isEmpty();
    }

    @Test
    void what_an_operator_may_not_do_leaves_a_line_too() throws SQLException {
        for (var line : Policy.read().lines()) {
            var isRead = line.method().equals("GET");
            if (isRead || line.may().contains(Persona.OPERATOR) || !line.instead().isEmpty())
                continue;
            for (var service : servicesOf(line)) {
                var trace = trace();
                var request =
                        scene().request(
                                        line,
                                        service,
                                        scene().house.url(service),
                                        Persona.OPERATOR,
                                        false);
                var answer = Wire.send(request.with("traceparent", trace));
                assertThat(lines(service, trace, line, answer))
                        .as(line.name() + " at " + service + " " + answer.status())
                        .isEqualTo(1);
            }
        }
    }

    private Answer write(Line line, String service, String trace) {
        var where = scene().house.url(service);
        return Wire.send(
                scene().request(line, service, where, Persona.OPERATOR, true)
                        .with("traceparent", trace));
    }

    private List<String> servicesOf(Line line) {
        var house = scene().house;
        return house.services().stream()
                .filter(service -> line.isOf(service) && house.withDatabase().contains(service))
                .filter(service ->
                        house.tables().get(service).list().stream()
                                .anyMatch(route ->
                                        (route.method() + " " + route.path()).equals(line.name())))
                .toList();
    }

    private long lines(String service, String trace, Line line, Answer answer) throws SQLException {
        try (var connection = scene().house.database(service);
                var query =
                        connection.prepareStatement(
                                "SELECT count(*) FROM audit WHERE trace_id = ? AND actor LIKE 'operator %' AND action LIKE ? AND status = ?")) {
            query.setString(1, trace.substring(3, 35));
            query.setString(2, line.method() + " /%");
            query.setInt(3, answer.status());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String trace() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
