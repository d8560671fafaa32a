package gofood.chaos.fault;

import gofood.chaos.law.Ledgers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that can be broken.
public final class Faults {
    private Faults() {}

    public static List<Fault> all() {
        var all = new ArrayList<Fault>();
        for (var service : Ledgers.SERVICES) all.add(new Killing(service, false));
        all.add(new Killing("gateway", false));
        for (var service : List.of("order", "payment", "delivery", "restaurant", "notification"))
            all.add(new Killing(service, true));
        all.add(new Killing.Database());
        all.add(new Freezing("order"));
        all.add(new Freezing("payment"));
        all.add(new Freezing("delivery"));
        all.add(Cutting.silent("order", "payment"));
        all.add(Cutting.silent("order", "restaurant"));
        all.add(Cutting.silent("payment", "order"));
        all.add(Cutting.silent("gateway", "order"));
        all.add(Cutting.silent("order", "postgres"));
        all.add(Cutting.answersLost("order", "payment"));
        all.add(Cutting.answersLost("payment", "order"));
        all.add(Cutting.answersLost("gateway", "order"));
        all.add(Cutting.answersLost("payment", "postgres"));
        all.add(Cutting.torn("order", "delivery"));
        all.add(Cutting.torn("restaurant", "postgres"));
        all.add(Cutting.late("gateway", "order"));
        all.add(Cutting.late("order", "restaurant"));
        all.addAll(ofProvider());
        all.add(new CacheKilled());
        all.add(new Poison());
        all.add(new PoolHeld("order", "orders"));
        all.add(new PoolHeld("payment", "payment"));
        all.add(new DiskFull());
        all.add(new Overload());
        all.add(new Rolling());
        return all;
    }

    private static List<Fault> ofProvider() {
        return List.of(
                new ProviderTrouble(
                        "provider-timeout-after-charge",
                        "the provider charges, and its answer never comes",
                        "{\"decline_percent\":0,\"timeout_percent\":60,\"delay_ms\":0}"),
                new ProviderTrouble(
                        "provider-slow",
                        "every answer of the provider comes two seconds later",
                        "{\"decline_percent\":0,\"timeout_percent\":0,\"delay_ms\":2000}"),
                new ProviderTrouble(
                        "provider-webhooks-doubled",
                        "every webhook of the provider comes twice",
                        "{\"decline_percent\":0,\"timeout_percent\":20,\"delay_ms\":0,"
                                + "\"webhooks_doubled_percent\":100}"),
                new ProviderTrouble(
                        "provider-webhooks-reordered",
                        "webhooks come up to six seconds later, in any order",
                        "{\"decline_percent\":0,\"timeout_percent\":20,\"delay_ms\":0,"
                                + "\"webhooks_doubled_percent\":50,\"webhooks_shuffled_ms\":6000}"));
    }

    public static Optional<Fault> named(String name) {
        return all().stream().filter(fault -> fault.name().equals(name)).findFirst();
    }

    /// Whether the database needs a small disk for these.
    public static boolean needSmallDisk(List<Fault> chosen) {
        return chosen.stream().anyMatch(fault -> fault.name().equals(DiskFull.NAME));
    }
}
