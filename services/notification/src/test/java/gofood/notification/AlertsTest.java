package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.Severity;
import gofood.contracts.NotificationApi.AlertNews;
import gofood.contracts.NotificationApi.AlertPhase;
import gofood.contracts.UserApi.Role;
import org.junit.jupiter.api.Test;

/// What a health monitor notices, in the operators' inbox.
class AlertsTest extends WithInbox {
    private static AlertNews news(long id, AlertPhase phase, Severity severity) {
        return new AlertNews(
                id,
                phase,
                "service_down",
                severity,
                "payment",
                "Payment doesn't answer.",
                "Le service payment ne répond pas.");
    }

    @Test
    void all_operators_hear_once_that_an_alert_was_raised_and_that_it_is_over() {
        var monitor = bed.asService("gateway");
        var raised = news(order, AlertPhase.RAISED, Severity.CRITICAL);
        var cleared = news(order, AlertPhase.CLEARED, Severity.CRITICAL);
        var operator = bed.as(Role.OPERATOR, 1);
        operator.post("/notifications/read", "");
        assertThat(monitor.post("/alerts", raised).status()).isEqualTo(204);
        assertThat(monitor.post("/alerts", raised).status()).isEqualTo(204);
        assertThat(monitor.post("/alerts", cleared).status()).isEqualTo(204);
        assertThat(monitor.post("/alerts", cleared).status()).isEqualTo(204);
        var told = inbox(operator, "?unread=true").notifications();
        assertThat(told)
                .extracting(it -> it.kind() + ": " + it.text())
                .containsExactly(
                        "alert.cleared: Over now: Payment doesn't answer.",
                        "alert.raised: Urgent: Payment doesn't answer.");
        assertThat(inbox(operator, "?lang=fr&limit=1").notifications().getFirst().text())
                .isEqualTo("C’est terminé\u00a0: Le service payment ne répond pas.");
    }

    @Test
    void a_warning_is_no_cry_and_what_has_no_french_stays_english() {
        var news =
                new AlertNews(
                        1, AlertPhase.RAISED, "slow", Severity.WARNING, "city", "It's slow.", null);
        assertThat(Alerts.message(news).text()).isEqualTo(Text.same("It's slow."));
        assertThat(Alerts.message(news).orderId()).isNull();
    }

    @Test
    void only_our_services_may_raise_one() {
        var news = news(order, AlertPhase.RAISED, Severity.WARNING);
        assertThat(bed.as(Role.OPERATOR, 1).post("/alerts", news).status()).isEqualTo(403);
        assertThat(bed.anyone().post("/alerts", news).status()).isEqualTo(401);
        var nothing = bed.asService("gateway").post("/alerts", "{\"alert_id\": 0}");
        assertThat(nothing.status()).isEqualTo(422);
    }
}
