package gofood.chaos.fault;

import java.util.Map;

/// What is set otherwise than in life, and why.
final class Tuning {
    static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    // all people come from one address, and are no attack
                    Map.entry("GATEWAY_UNLIMITED_ADDRESSES", "127.0.0.1"),
                    // passwords are not what is tried here
                    Map.entry("USER_ARGON_KIB", "1024"),
                    Map.entry("USER_ARGON_PASSES", "1"),
                    // couriers look every second: who does not answer is asked again soon, and who
                    // was away for a fault is not asked for ever
                    Map.entry("DELIVERY_ROUND_SECONDS", "1"),
                    Map.entry("DELIVERY_OFFER_SECONDS", "8"),
                    Map.entry("DELIVERY_ASK_AGAIN_SECONDS", "5"),
                    Map.entry("DELIVERY_MISSED_OFFERS", "50"),
                    Map.entry("DELIVERY_MARGIN_SECONDS", "120"),
                    // customers answer no proposals: what they chose beforehand counts
                    Map.entry("ORDER_SUBSTITUTION_SECONDS", "3"));

    private Tuning() {}
}
