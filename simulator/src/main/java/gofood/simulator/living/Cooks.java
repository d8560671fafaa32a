package gofood.simulator.living;

import gofood.contracts.NotificationApi.Notification;
import gofood.contracts.OrderApi.OrderList;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.RestaurantApi.Card;
import gofood.platform.wire.Json;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The kitchens of the whole city, each in the hands of one of a few accounts. New tickets are
/// heard on the account's live stream of notifications; a look at the order lists each minute finds
/// what was missed, and at the start what was left over.
final class Cooks {
    /// More restaurants at one account would only make its token longer.
    private static final int RESTAURANTS_EACH = 60;

    private static final Duration LOOK_ROUND = Duration.ofSeconds(60);
    private static final Duration CONNECT_AGAIN = Duration.ofSeconds(2);

    private static final Duration NEW_RESTAURANTS = Duration.ofMinutes(2);

    private final Scene scene;
    private final Map<Long, Integer> usualMinutes = new ConcurrentHashMap<>();
    private final Set<Long> onBoard = ConcurrentHashMap.newKeySet();
    private int accounts;

    Cooks(Scene scene) {
        this.scene = scene;
    }

    /// Opens all kitchens, and later those of new restaurants. Until interrupted.
    void keepOpen(Supplier<List<Card>> restaurants) throws InterruptedException {
        open(scene.restaurants());
        while (true) {
            Thread.sleep(NEW_RESTAURANTS);
            open(scene.eventually(restaurants));
        }
    }

    private void open(List<Card> restaurants) {
        var fresh = new TreeSet<Long>();
        for (var card : restaurants)
            if (usualMinutes.put(card.restaurantId(), card.preparationMinutes()) == null)
                fresh.add(card.restaurantId());
        for (var own : fresh.stream().gather(Gatherers.windowFixed(RESTAURANTS_EACH)).toList()) {
            var account = ++accounts;
            scene.go(() -> work(account, new TreeSet<>(own)));
        }
    }

    private void work(int account, Set<Long> restaurants) throws InterruptedException {
        var staff = scene.eventually(() -> scene.people().staff(account, restaurants));
        scene.go(() -> listen(staff));
        lookRound(staff);
    }

    private void listen(Api staff) throws InterruptedException {
        @Nullable String seen = null;
        while (true) {
            try (var stream = staff.stream("/notifications/stream", seen)) {
                seen = read(stream, staff, seen);
            } catch (IOException e) {
                // it goes on after the last one seen
            } catch (ApiFailure failure) {
                scene.met(failure, 0);
            }
            Thread.sleep(CONNECT_AGAIN);
        }
    }

    /// @return the id of the last event
    private @Nullable String read(InputStream stream, Api staff, @Nullable String seen)
            throws IOException {
        var last = seen;
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) last = line.substring(3).strip();
            if (line.startsWith("data:")) hear(staff, line.substring(5));
        }
        return last;
    }

    private void hear(Api staff, String data) {
        var bytes = data.getBytes(StandardCharsets.UTF_8);
        var notification = Json.read(bytes, Notification.class);
        if (notification.kind().equals("ticket.new"))
            take(staff, Objects.requireNonNull(notification.orderId()), OrderStatus.PAID);
    }

    private void lookRound(Api staff) throws InterruptedException {
        look(staff, "Received", OrderStatus.RECEIVED);
        look(staff, "Preparing", OrderStatus.PREPARING);
        while (true) {
            look(staff, "Paid", OrderStatus.PAID);
            Thread.sleep(LOOK_ROUND);
        }
    }

    private void look(Api staff, String word, OrderStatus status) throws InterruptedException {
        try {
            var list = staff.get("/orders?limit=100&status=" + word).as(OrderList.class);
            for (var order : list.orders()) take(staff, order.orderId(), status);
        } catch (ApiFailure failure) {
            scene.met(failure, 0);
        }
    }

    private void take(Api staff, long orderId, OrderStatus status) {
        if (!onBoard.add(orderId)) return;
        scene.go(() -> {
            try {
                new Ticketed(scene, staff, orderId, status).work(this::habits);
            } finally {
                onBoard.remove(orderId);
            }
        });
    }

    private Habits habits(long restaurantId) {
        return Habits.of(scene.seed(), restaurantId, usualMinutes.getOrDefault(restaurantId, 15));
    }
}
