package gofood.gateway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.contracts.GatewayApi.Alert;
import gofood.gateway.monitor.Traffic.Passed;
import gofood.platform.http.Standard.Signs;
import gofood.platform.run.Env;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The rules and their patience, by a clock of the test's own: a look every five seconds.
class HealthRulesTest {
    private static final Signs WELL = new Signs(10, 20, 0, 0, 0, 0, Map.of("stuck_orders", 0));
    private final HealthRules rules = new HealthRules(MonitorConfig.from(new Env(Map.of())));
    private final List<Alarms.Change> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Alarms alarms = new Alarms(now, told::add);

    private static Look.Replica replica(int number, long latency, Signs signs) {
        return new Look.Replica(number, latency, Optional.of(new Look.Told(true, signs)));
    }

    private static Look.Replica silent(int number) {
        return new Look.Replica(number, 3_000, Optional.empty());
    }

    private static Look look(Passed passed, Look.Replica... replicas) {
        return new Look("order", List.of(replicas), passed);
    }

    private static Look look(Signs signs) {
        return look(Passed.NOTHING, replica(1, 5, signs));
    }

    /// So many looks of the same kind.
    private void see(int times, Look look) {
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(5);
            alarms.judge(now, rules.apply(look));
        }
    }

    private List<String> lasting() {
        return alarms.list().stream()
                .filter(alert -> alert.clearedAt() == null)
                .map(alert -> alert.rule() + " " + alert.replica())
                .toList();
    }

    private void raisesAndClears(String alert, int raiseAfter, int clearAfter, Look bad) {
        see(raiseAfter - 1, bad);
        assertThat(lasting()).isEmpty();
        see(1, bad);
        assertThat(lasting()).containsExactly(alert);
        see(20, bad);
        assertThat(told).hasSize(1);
        see(clearAfter - 1, look(WELL));
        see(1, bad);
        see(clearAfter - 1, look(WELL));
        assertThat(lasting()).containsExactly(alert);
        see(1, look(WELL));
        assertThat(lasting()).isEmpty();
        assertThat(told).hasSize(2);
        assertThat(told.getLast().alert().clearedAt()).isEqualTo(now);
        assertThat(told.getLast().alert().alertId()).isEqualTo(told.getFirst().alert().alertId());
        assertThat(told.getLast().french()).isNotBlank();
    }

    @Test
    void a_service_that_falls_silent_is_down_after_three_looks() {
        raisesAndClears("service_down null", 3, 2, look(Passed.NOTHING, silent(1)));
    }

    @Test
    void so_is_one_that_says_that_it_is_not_well() {
        var ill = new Look.Told(false, WELL);
        see(3, look(Passed.NOTHING, new Look.Replica(1, 5, Optional.of(ill))));
        assertThat(lasting()).containsExactly("service_down null");
    }

    @Test
    void one_of_two_replicas_is_named_and_all_are_one_alert() {
        see(3, look(Passed.NOTHING, replica(1, 5, WELL), silent(2)));
        assertThat(lasting()).containsExactly("service_down 2");
        see(3, look(Passed.NOTHING, silent(1), silent(2)));
        assertThat(lasting()).containsExactly("service_down null");
    }

    @Test
    void a_slow_answer_to_the_monitor_is_slow() {
        raisesAndClears("slow null", 6, 6, look(Passed.NOTHING, replica(1, 1_500, WELL)));
    }

    @Test
    void so_is_one_in_twenty_requests_that_takes_long() {
        see(6, look(passed(1_000, 0, 40, 400), replica(1, 5, WELL)));
        assertThat(lasting()).isEmpty();
        see(6, look(passed(1_000, 0, 60, 400), replica(1, 5, WELL)));
        assertThat(lasting()).isEmpty();
        see(6, look(passed(1_000, 0, 60, 1_500), replica(1, 5, WELL)));
        assertThat(lasting()).containsExactly("slow null");
    }

    /// So many requests, of which some failed and some took long.
    private static Passed passed(int requests, int failed, int slow, long slowMillis) {
        var traffic = new Traffic(new SimpleMeterRegistry());
        for (int i = 0; i < requests; i++)
            traffic.passed(
                    "order", i < failed ? 500 : 200, Duration.ofMillis(i < slow ? slowMillis : 3));
        return traffic.take("order");
    }

    @Test
    void a_share_of_errors_counts_when_there_are_enough_requests() {
        var well = replica(1, 5, WELL);
        see(9, look(passed(19, 19, 0, 0), well));
        assertThat(lasting()).isEmpty();
        see(9, look(passed(100, 4, 0, 0), well));
        assertThat(lasting()).isEmpty();
        raisesAndClears("error_share null", 2, 6, look(passed(100, 5, 0, 0), well));
    }

    @Test
    void answers_that_come_too_late_are_told_at_once() {
        var late = new Passed(10, 5, 5, new long[14]);
        raisesAndClears("deadline_misses null", 1, 6, look(late, replica(1, 5, WELL)));
    }

    @Test
    void events_that_wait_are_a_backlog() {
        see(9, look(new Signs(10, 20, 0, 29, 0, 0, Map.of())));
        assertThat(lasting()).isEmpty();
        raisesAndClears("backlog null", 2, 2, look(new Signs(10, 20, 0, 30, 0, 0, Map.of())));
    }

    @Test
    void what_is_stuck_is_told_wherever_it_is() {
        for (var signs :
                List.of(
                        new Signs(10, 20, 1, 0, 0, 0, Map.of()),
                        new Signs(10, 20, 0, 0, 1, 0, Map.of()),
                        new Signs(10, 20, 0, 0, 0, 0, Map.of("stuck_orders", 2)),
                        new Signs(10, 20, 0, 0, 0, 0, Map.of("dispatch_round_age_seconds", 60)))) {
            told.clear();
            raisesAndClears("stuck null", 2, 2, look(signs));
        }
        see(9, look(new Signs(10, 20, 0, 0, 0, 0, Map.of("dispatch_round_age_seconds", 59))));
        assertThat(lasting()).isEmpty();
    }

    @Test
    void books_that_differ_are_critical() {
        var differ = look(new Signs(10, 20, 0, 0, 0, 0, Map.of("ledger_differences", 1)));
        raisesAndClears("ledger_difference null", 2, 2, differ);
    }

    @Test
    void a_load_that_lasts_for_two_minutes_is_critical() {
        for (var over :
                List.of(
                        new Look.Told(true, new Signs(95, 0, 0, 0, 0, 0, Map.of())),
                        new Look.Told(true, new Signs(0, 90, 0, 0, 0, 0, Map.of())),
                        new Look.Told(true, new Signs(10, 20, 0, 0, 0, 1, Map.of())))) {
            told.clear();
            var look = look(Passed.NOTHING, new Look.Replica(1, 5, Optional.of(over)));
            raisesAndClears("critical_load null", 24, 6, look);
        }
    }

    @Test
    void of_a_service_that_is_silent_nothing_else_is_said() {
        see(2, look(new Signs(10, 20, 0, 30, 0, 0, Map.of())));
        see(9, look(Passed.NOTHING, silent(1)));
        assertThat(lasting()).containsExactlyInAnyOrder("service_down null", "backlog null");
    }

    @Test
    void what_is_over_is_remembered_up_to_a_bound_and_numbers_never_come_again() {
        for (int i = 0; i < 250; i++) {
            see(1, look(new Passed(5, 5, 5, new long[14]), replica(1, 5, WELL)));
            see(6, look(WELL));
        }
        assertThat(alarms.list()).hasSize(200);
        var ids = alarms.list().stream().map(Alert::alertId).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.getFirst()).isGreaterThan(ids.getLast());
        var later = new Alarms(now, told::add);
        later.judge(now, rules.apply(look(new Passed(5, 5, 5, new long[14]), silent(1))));
        assertThat(told.getLast().id()).isGreaterThan(ids.getFirst());
    }

    @Test
    void who_comes_anew_is_told_what_lasts_and_who_comes_back_what_has_changed() {
        see(3, look(Passed.NOTHING, silent(1)));
        assertThat(alarms.since(0)).hasSize(1);
        var seen = told.getLast().id();
        assertThat(alarms.since(seen)).isEmpty();
        see(2, look(WELL));
        assertThat(alarms.since(seen)).hasSize(1);
        assertThat(alarms.since(0)).isEmpty();
    }

    @Test
    void prometheus_has_the_same_rules() throws IOException {
        var file = Path.of("../../deploy/alerts/gofood.rules.yaml").toFile();
        var names = new ArrayList<String>();
        for (var group : new YAMLMapper().readTree(file).path("groups"))
            for (var rule : group.path("rules")) names.add(rule.path("alert").asText());
        assertThat(names)
                .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(Rule::word).toList());
    }
}
