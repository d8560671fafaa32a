package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import gofood.contracts.WebhookApi.Webhook;
import gofood.contracts.WebhookApi.WebhookDelivery;
import gofood.contracts.WebhookApi.WebhookDeliveryList;
import gofood.contracts.WebhookApi.WebhookSecret;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import gofood.restaurant.RestaurantService;
import gofood.restaurant.kitchen.OrderNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// A restaurant service that may call this machine, and restaurants with tills.
abstract class WithReceivers {
    private static final AtomicLong ORDERS = new AtomicLong(7_000);

    static TestBed bed(String... more) {
        var usual =
                List.of(
                        "RESTAURANT_WEBHOOK_PLAIN",
                        "on",
                        "RESTAURANT_WEBHOOK_PRIVATE",
                        "on",
                        "RESTAURANT_WEBHOOK_FIRST_PAUSE_MILLIS",
                        "20",
                        "RESTAURANT_WEBHOOK_LONGEST_PAUSE_SECONDS",
                        "1");
        var settings = new ArrayList<>(usual);
        settings.addAll(List.of(more));
        return new TestBed(new RestaurantService(), settings.toArray(String[]::new));
    }

    /// A restaurant with its staff.
    record House(TestBed bed, long id, TestClient staff) {
        static House open(TestBed bed) {
            var body =
                    """
                    {"name": "House", "cuisine": "french", "preparation_minutes": 25,
                     "address": {"lat": 43.73, "lon": 7.42, "text": "5 Rue Grimaldi"}}\
                    """;
            var answer = bed.as(Role.OPERATOR, 1).post("/restaurants", body);
            assertThat(answer.status()).isEqualTo(201);
            var id = answer.body().path("restaurant_id").asLong();
            return new House(bed, id, bed.as(Role.STAFF, 12, id));
        }

        String at() {
            return "/restaurants/" + id + "/webhooks";
        }

        String at(Webhook webhook) {
            return at() + "/" + webhook.webhookId();
        }

        WebhookSecret hook(PlayedReceiver receiver) {
            return hook(Map.of("url", receiver.url()));
        }

        WebhookSecret hook(Map<String, ?> wanted) {
            var answer = staff.post(at(), wanted);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.as(WebhookSecret.class);
        }

        Webhook now(Webhook webhook) {
            return staff.get(at(webhook)).as(Webhook.class);
        }

        long paid() {
            var orderId = ORDERS.incrementAndGet();
            tell("order.paid", orderId, OrderNews.paid(orderId, id));
            return orderId;
        }

        void tell(String type, long orderId, Record event) {
            var told = bed.asService("order").tell(type, orderId, event);
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.body().path("failed")).isEmpty();
        }

        Answer say(long orderId, String status) {
            var answer =
                    staff.post(
                            "/callback/restaurants/orders",
                            Map.of("restaurant_id", id, "order_id", orderId, "status", status));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            return answer;
        }

        List<WebhookDelivery> deliveries(Webhook webhook) {
            return staff.get(at(webhook) + "/deliveries")
                    .as(WebhookDeliveryList.class)
                    .deliveries();
        }

        WebhookDelivery awaitDelivery(Webhook webhook, Predicate<WebhookDelivery> which) {
            Eventually.holds(
                    () -> deliveries(webhook).stream().anyMatch(which),
                    () -> deliveries(webhook).toString());
            return deliveries(webhook).stream().filter(which).findFirst().orElseThrow();
        }
    }
}
