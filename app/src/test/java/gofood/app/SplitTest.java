package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The whole in one process per service; and what happens when those are killed.
final class SplitTest extends WholeSystem {
    @Override
    Map<String, URI> start(Launcher launcher, DataFolder data, Options options) {
        return launcher.split(data, options);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void an_order_goes_on_whatever_service_is_killed_in_between() {
        var order = town.place("tok_visa");
        kill("payment", "restaurant");
        town.awaitStatus(order, "Paid");
        kill("order");
        Town.await("a confirmed ticket", () -> town.say(order, "Received"), a -> a.status() == 200);
        kill("order", "delivery");
        Town.await("a finished ticket", () -> town.say(order, "Complete"), a -> a.status() == 200);
        town.awaitStatus(order, "Complete");
        kill("notification", "user");
        town.rideOn();
        town.takeRide(order);
        town.step(order, "pickup", "");
        kill("delivery", "order");
        town.awaitStatus(order, "PickedUp");
        var pin = town.seen(order).path("delivery_pin").asText();
        Town.await(
                "a delivery",
                () ->
                        town.courier()
                                .post(
                                        "/deliveries/%s/deliver"
                                                .formatted(
                                                        town.ride(order)
                                                                .path("delivery_id")
                                                                .asText()),
                                        "{\"pin\":\"%s\"}".formatted(pin)),
                answer -> answer.status() == 200);
        town.awaitStatus(order, "Delivered");
        town.awaitPayment(order, "Captured");
        new MoneyStory(town).booksAgree();
        assertThat(town.operator().get("/payments?order_id=" + order).body().path("payments"))
                .hasSize(1);
        Town.await(
                "every message",
                () -> town.customer().get("/notifications").body(),
                inbox -> inbox.toString().contains("order.delivered"));
    }

    /// `kill -9`.
    private static void kill(String... services) {
        for (var service : services)
            Town.await(
                            "a process of " + service,
                            () -> processesOf(service),
                            processes -> !processes.isEmpty())
                    .forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> processesOf(String service) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).endsWith("\0run\0" + service + "\0"))
                .toList();
    }

    /// The JDK cuts a command line that is as long as our class path.
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
