package gofood.payment.provider.stripe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The payment intents and refunds of [FakeStripe], with Stripe's names, states and refusals.
final class FakeBooks {
    record Reply(int status, Map<String, Object> body) {
        /// Parameters that don't fit are refused before anything begins.
        boolean isRemembered() {
            return status != 400;
        }
    }

    private static final Set<String> CREATE =
            Set.of(
                    "amount",
                    "currency",
                    "payment_method",
                    "payment_method_types[]",
                    "capture_method",
                    "metadata[gofood_payment]");
    private static final Set<String> REFUND =
            Set.of("payment_intent", "amount", "metadata[gofood_refund]");

    /// Which card does what: Stripe's test cards, and some of our own for what these don't do.
    private static final Map<String, String> DECLINES =
            Map.of(
                    "pm_card_chargeDeclined", "card_declined generic_decline",
                    "pm_card_chargeDeclinedInsufficientFunds", "card_declined insufficient_funds",
                    "pm_card_chargeDeclinedExpiredCard", "expired_card expired_card",
                    "pm_card_chargeDeclinedStolenCard", "card_declined stolen_card",
                    "pm_card_authenticationRequired", "authentication_required ");

    private static final Set<String> CARDS =
            Set.of("pm_card_visa", "pm_card_mastercard", "pm_processing", "pm_action");

    private final Map<String, Map<String, Object>> intents = new LinkedHashMap<>();
    private final List<Map<String, Object>> refunds = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();

    /// What the next refund becomes.
    String refundStatus = "succeeded";

    synchronized Reply get(String path, Map<String, String> query) {
        if (path.equals("/v1/refunds")) {
            var of =
                    refunds.stream()
                            .filter(r ->
                                    r.get("payment_intent").equals(query.get("payment_intent")))
                            .toList();
            return new Reply(200, Map.of("object", "list", "data", of, "has_more", false));
        }
        var intent = intents.get(path.substring(path.lastIndexOf('/') + 1));
        return intent == null ? missing() : new Reply(200, Map.copyOf(intent));
    }

    synchronized Reply post(String path, Map<String, String> form) {
        var parts = path.split("/", -1);
        if (path.equals("/v1/payment_intents")) return create(form);
        if (path.equals("/v1/refunds")) return refund(form);
        var intent = intents.get(parts[3]);
        if (intent == null) return missing();
        return switch (parts[4]) {
            case "confirm" -> confirm(intent, form);
            case "capture" -> capture(intent, form);
            case "cancel" -> cancel(intent, form);
            default -> missing();
        };
    }

    private Reply create(Map<String, String> form) {
        if (!CREATE.equals(form.keySet())) return unknownParameter();
        var card = form.get("payment_method");
        if (!CARDS.contains(card) && !DECLINES.containsKey(card))
            return error(400, "invalid_request_error", "resource_missing", "payment_method");
        var amount = Long.parseLong(form.get("amount"));
        if (amount < 50) return error(400, "invalid_request_error", "amount_too_small", "amount");
        var intent = new HashMap<String, Object>();
        intent.put("id", "pi_" + UUID.randomUUID().toString().replace("-", ""));
        intent.put("object", "payment_intent");
        intent.put("status", "requires_confirmation");
        intent.put("amount", amount);
        intent.put("amount_capturable", 0L);
        intent.put("amount_received", 0L);
        intent.put("currency", form.get("currency"));
        intent.put("payment_method", card);
        intent.put("metadata", Map.of("gofood_payment", form.get("metadata[gofood_payment]")));
        intents.put(intent.get("id").toString(), intent);
        return new Reply(200, Map.copyOf(intent));
    }

    private Reply confirm(Map<String, Object> intent, Map<String, String> form) {
        if (!form.equals(Map.of("error_on_requires_action", "true"))) return unknownParameter();
        if (!is(intent, "requires_confirmation")) return unexpectedState();
        var card = intent.get("payment_method").toString();
        var decline = DECLINES.get(card);
        if (decline != null) return decline(intent, decline.split(" ", -1));
        if (card.equals("pm_processing")) intent.put("status", "processing");
        else if (card.equals("pm_action")) intent.put("status", "requires_action");
        else hold(intent);
        return new Reply(200, Map.copyOf(intent));
    }

    private Reply decline(Map<String, Object> intent, String[] codes) {
        var error = Map.of("type", "card_error", "code", codes[0], "decline_code", codes[1]);
        intent.put("status", "requires_payment_method");
        intent.remove("payment_method");
        intent.put("last_payment_error", error);
        tell("payment_intent.payment_failed", intent);
        return new Reply(402, Map.of("error", error));
    }

    private void hold(Map<String, Object> intent) {
        intent.put("status", "requires_capture");
        intent.put("amount_capturable", intent.get("amount"));
        tell("payment_intent.amount_capturable_updated", intent);
    }

    /// What was being worked on is held.
    synchronized void settle(String id) {
        hold(intents.get(id));
    }

    private Reply capture(Map<String, Object> intent, Map<String, String> form) {
        if (!form.keySet().equals(Set.of("amount_to_capture"))) return unknownParameter();
        if (!is(intent, "requires_capture")) return unexpectedState();
        var amount = Long.parseLong(form.get("amount_to_capture"));
        if (amount > (long) intent.get("amount_capturable"))
            return error(400, "invalid_request_error", "amount_too_large", "amount_to_capture");
        intent.put("status", "succeeded");
        intent.put("amount_received", amount);
        intent.put("amount_capturable", 0L);
        tell("payment_intent.succeeded", intent);
        return new Reply(200, Map.copyOf(intent));
    }

    private Reply cancel(Map<String, Object> intent, Map<String, String> form) {
        if (!form.keySet().equals(Set.of("cancellation_reason"))) return unknownParameter();
        if (is(intent, "succeeded") || is(intent, "canceled") || is(intent, "processing"))
            return unexpectedState();
        expire(intent, form.get("cancellation_reason"));
        return new Reply(200, Map.copyOf(intent));
    }

    private void expire(Map<String, Object> intent, String reason) {
        intent.put("status", "canceled");
        intent.put("cancellation_reason", reason);
        intent.put("amount_capturable", 0L);
        tell("payment_intent.canceled", intent);
    }

    /// What Stripe does after some days.
    synchronized void expire(String id) {
        expire(intents.get(id), "automatic");
    }

    private Reply refund(Map<String, String> form) {
        if (!REFUND.equals(form.keySet())) return unknownParameter();
        var intent = intents.get(form.get("payment_intent"));
        if (intent == null) return missing();
        var amount = Long.parseLong(form.get("amount"));
        if (refunded(intent) + amount > (long) intent.get("amount_received"))
            return error(400, "invalid_request_error", "charge_already_refunded", "");
        var refund =
                new HashMap<String, Object>(
                        Map.of(
                                "id",
                                "re_" + UUID.randomUUID(),
                                "object",
                                "refund",
                                "amount",
                                amount,
                                "payment_intent",
                                intent.get("id"),
                                "status",
                                refundStatus,
                                "metadata",
                                Map.of("gofood_refund", form.get("metadata[gofood_refund]"))));
        refunds.add(refund);
        tell("charge.refunded", intent);
        return new Reply(200, Map.copyOf(refund));
    }

    synchronized void settleRefunds(String status) {
        refunds.forEach(refund -> refund.put("status", status));
    }

    private long refunded(Map<String, Object> intent) {
        return refunds.stream()
                .filter(refund -> refund.get("payment_intent").equals(intent.get("id")))
                .mapToLong(refund -> (long) refund.get("amount"))
                .sum();
    }

    /// What stands there for a payment, as `succeeded 3440 500`: a line for each intent that was
    /// ever confirmed, with what was received and refunded.
    synchronized List<String> charges(long paymentId) {
        return intents.values().stream()
                .filter(i -> i.get("metadata").equals(Map.of("gofood_payment", "" + paymentId)))
                .filter(i -> !is(i, "requires_confirmation"))
                .map(i -> i.get("status") + " " + i.get("amount_received") + " " + refunded(i))
                .toList();
    }

    synchronized String intentOf(long paymentId) {
        return intents.values().stream()
                .filter(i -> i.get("metadata").equals(Map.of("gofood_payment", "" + paymentId)))
                .map(intent -> intent.get("id").toString())
                .findFirst()
                .orElseThrow();
    }

    private void tell(String type, Map<String, Object> about) {
        events.add(
                Map.of(
                        "id",
                        "evt_" + UUID.randomUUID(),
                        "object",
                        "event",
                        "type",
                        type,
                        "data",
                        Map.of("object", Map.copyOf(about))));
    }

    synchronized List<Map<String, Object>> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private static boolean is(Map<String, Object> intent, String status) {
        return intent.get("status").equals(status);
    }

    private static Reply unexpectedState() {
        return error(400, "invalid_request_error", "payment_intent_unexpected_state", "");
    }

    private static Reply unknownParameter() {
        return error(400, "invalid_request_error", "parameter_unknown", "");
    }

    private static Reply missing() {
        return error(404, "invalid_request_error", "resource_missing", "intent");
    }

    static Reply error(int status, String type, String code, String param) {
        return new Reply(
                status, Map.of("error", Map.of("type", type, "code", code, "param", param)));
    }
}
