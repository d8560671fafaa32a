package gofood.notification;

import static gofood.notification.Language.EN;
import static gofood.notification.Language.FR;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.NotificationApi.Notification;
import gofood.platform.testing.TestClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In which language somebody reads their inbox.
class LanguageTest extends WithInbox {
    @Test
    void it_is_english_unless_french_is_preferred() {
        for (var header :
                List.of("", "en", "de", "*", "en, fr", "fr;q=0.5, en;q=0.6", "fr;q=0", "%", "q=1"))
            assertThat(Language.preferred(header)).as(header).isEqualTo(EN);
        for (var header :
                List.of("fr", "FR", "fr-MC", "fr-FR,fr;q=0.9,en;q=0.8", "de, fr;q=0.2, en;q=0.1"))
            assertThat(Language.preferred(header)).as(header).isEqualTo(FR);
    }

    private static String first(TestClient who, String query, String language) {
        var answer = who.get("/notifications" + query, "Accept-Language", language);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Vary")).contains("Accept-Language");
        return answer.header("Content-Language")
                + ": "
                + answer.body().at("/notifications/0/text").asText();
    }

    @Test
    void an_inbox_is_read_in_the_language_that_is_asked_for() {
        paid();
        var english = "en: Your order is at Chez Edgar. We tell you as soon as they take it.";
        var french =
                "fr: Chez Edgar a reçu votre commande. Nous vous préviendrons dès qu’elle sera"
                        + " acceptée.";
        assertThat(first(customer(), "", "en-GB")).isEqualTo(english);
        assertThat(first(customer(), "", "fr-FR,en;q=0.5")).isEqualTo(french);
        assertThat(first(customer(), "?lang=fr", "en")).isEqualTo(french);
        assertThat(first(customer(), "?lang=en", "fr")).isEqualTo(english);
        assertThat(customer().get("/notifications?lang=de").status()).isEqualTo(422);
        assertThat(inbox(customer(), "").notifications())
                .extracting(Notification::orderId)
                .containsExactly(order);
    }

    @Test
    void a_stream_and_what_it_replays_speak_it_too() throws Exception {
        paid();
        assertThat(streamed("?lang=fr", "en", "0")).contains("a reçu votre commande");
        assertThat(streamed("", "fr", "0")).contains("a reçu votre commande");
        var id = inbox(customer(), "").notifications().getFirst().notificationId();
        assertThat(streamed("", "fr", Long.toString(id - 1))).contains("a reçu votre commande");
        assertThat(streamed("", "en", "0")).contains("Your order is at");
    }

    private String streamed(String query, String language, String lastSeen) throws Exception {
        var path = URI.create("/notifications/stream" + query);
        var request =
                HttpRequest.newBuilder(customer().address().resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + customer().token())
                        .header("Accept-Language", language)
                        .header("Last-Event-ID", lastSeen)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            try (var lines = response.body()) {
                return lines.filter(line -> line.startsWith("data: ")).findFirst().orElse("");
            } finally {
                http.shutdownNow();
            }
        }
    }
}
