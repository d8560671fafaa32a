package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.deploy.CodeCalls.Request;
import org.junit.jupiter.api.Test;

/// What is read out of the sources must be there, or the rules that build on it would hold of
/// nothing.
class CodeCallsTest {
    @Test
    void calls_are_found_in_the_sources() {
        assertThat(CodeCalls.calledBy("order"))
                .containsExactly(
                        "city", "delivery", "notification", "payment", "restaurant", "user");
        assertThat(CodeCalls.asks("order"))
                .contains(
                        new Request("GET", "/restaurants/1"),
                        new Request("GET", "/restaurants"),
                        new Request("POST", "/estimates/batch"),
                        new Request("POST", "/zones/check"));
    }

    @Test
    void events_and_questions_to_all_are_calls_too() {
        assertThat(CodeCalls.toldBy("payment")).containsExactly("notification", "order");
        assertThat(CodeCalls.calledBy("user")).contains("notification", "payment");
        assertThat(CodeCalls.asks("user")).contains(new Request("POST", "/personal-data/1/erase"));
    }

    @Test
    void what_a_service_serves_is_found_in_its_description_and_in_the_platform() {
        assertThat(CodeCalls.served("city"))
                .contains(new Request("GET", "/map/1/1/1.mvt"), new Request("POST", "/events"));
        assertThat(CodeCalls.streams("order"))
                .containsExactly("/orders/1/stream", "/tracking/1/stream");
        assertThat(CodeCalls.prefixes("notification")).containsExactly("/notifications");
    }

    @Test
    void settings_are_found_in_the_sources() {
        assertThat(CodeSettings.readBy("order"))
                .contains("ORDER_QUOTE_SECONDS", "ORDER_DATABASE_URL", "DRAIN_MILLIS", "CITY_URL")
                .doesNotContain("PAYMENT_PROVIDER", "CITY_DATABASE_URL");
        assertThat(CodeSettings.ports()).containsEntry("city", 8086).hasSize(9);
    }

    /// Else a call was read wrongly, or asks for what isn't there.
    @Test
    void whatever_is_asked_for_is_served_by_somebody_who_is_called() {
        for (var service : CodeSettings.SERVICES)
            for (var asked : CodeCalls.asks(service))
                assertThat(CodeCalls.calledBy(service))
                        .as(service + " asks for " + asked)
                        .anyMatch(it -> CodeCalls.served(it).stream().anyMatch(asked::fits));
    }
}
