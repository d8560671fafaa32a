package gofood.payment.provider.stripe;

import gofood.contracts.Money;
import gofood.payment.provider.Provider;
import gofood.payment.provider.ProviderConfig;
import gofood.payment.provider.stripe.StripeIntent.Status;
import gofood.platform.db.Db;
import gofood.platform.run.Running;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/// Stripe as our card provider. A payment intent is made unconfirmed, which holds nothing, then
/// written down, and only then confirmed by its id. So whatever answer gets lost: either we know
/// the one intent that stands for the payment and can ask what became of it, or nothing was ever
/// held. And an intent can be paid only once, however often it is confirmed.
public final class StripeProvider implements Provider, Running {
    private final StripeApi api;
    private final Db db;
    private final StripeIntents intents = new StripeIntents();
    private final StripeWebhooks webhooks;

    public StripeProvider(ProviderConfig.Stripe config, Db db, Clock clock) {
        this.db = db;
        api = new StripeApi(config);
        webhooks = new StripeWebhooks(new StripeSignature(config.webhookSecret(), clock));
    }

    @Override
    public Authorization authorize(Charge charge, String key) {
        var units = StripeAmount.units(charge.amount(), charge.currency());
        if (units.isEmpty()) return new Authorization.Declined("amount_not_payable");
        var session = api.open();
        var noted = db.tx(tx -> intents.begin(tx, charge));
        if (noted.intentId() == null) return begin(session, charge, units.getAsLong(), noted, key);
        return find(session, noted.intentId())
                .map(intent -> goOn(session, intent, key))
                .orElseGet(Authorization.Unknown::new);
    }

    private Authorization begin(
            StripeApi.Session session,
            Charge charge,
            long units,
            StripeIntents.Noted noted,
            String key) {
        var form =
                Map.of(
                        "amount",
                        Long.toString(units),
                        "currency",
                        charge.currency().toLowerCase(Locale.ROOT),
                        "payment_method",
                        charge.token(),
                        "payment_method_types[]",
                        "card",
                        "capture_method",
                        "manual",
                        "metadata[" + StripeWebhooks.PAYMENT + "]",
                        Long.toString(charge.paymentId()));
        return switch (session.insist("/v1/payment_intents", form, noted.request() + "-" + key)) {
            case StripeReply.Done(var body) -> {
                var made = StripeIntent.of(body).id();
                // whoever answered, it wasn't Stripe
                if (!made.startsWith("pi_")) yield new Authorization.Unknown();
                var id = db.tx(tx -> intents.note(tx, charge.paymentId(), made));
                yield confirm(session, id, key);
            }
            case StripeReply.Failed failed -> notBegun(failed);
            case StripeReply.Silent _ -> new Authorization.Unknown();
        };
    }

    /// There is no intent. What has to do with the card or the amount is the customer's business;
    /// that our own settings are wrong is not.
    private static Authorization notBegun(StripeReply.Failed failed) {
        if (!failed.isRefusal()) return new Authorization.Unknown();
        if (failed.isCardError()) return new Authorization.Declined(Decline.reason(failed.error()));
        if (failed.isAbout("payment_method")) return new Authorization.Declined("unknown_token");
        return failed.isAbout("amount")
                ? new Authorization.Declined(failed.reason())
                : new Authorization.Unknown();
    }

    /// From what an intent is now.
    private Authorization goOn(StripeApi.Session session, StripeIntent intent, String key) {
        return switch (intent.status()) {
            case REQUIRES_CONFIRMATION -> confirm(session, intent.id(), key);
            case REQUIRES_ACTION -> abandon(session, intent.id(), key);
            case REQUIRES_PAYMENT_METHOD,
                    PROCESSING,
                    REQUIRES_CAPTURE,
                    SUCCEEDED,
                    CANCELED,
                    OTHER ->
                    authorization(intent.standing());
        };
    }

    private Authorization confirm(StripeApi.Session session, String id, String key) {
        var form = Map.of("error_on_requires_action", "true");
        return switch (session.insist(path(id, "/confirm"), form, id + "-" + key)) {
            case StripeReply.Done(var body) -> {
                var intent = StripeIntent.of(body);
                yield intent.status() == Status.REQUIRES_ACTION
                        ? abandon(session, id, key)
                        : authorization(intent.standing());
            }
            case StripeReply.Failed failed when Decline.is(failed) ->
                    new Authorization.Declined(Decline.reason(failed.error()));
            // it may have been confirmed before
            case StripeReply.Failed failed when failed.isRefusal() ->
                    find(session, id)
                            .map(intent -> authorization(intent.standing()))
                            .orElseGet(Authorization.Unknown::new);
            case StripeReply.Failed _, StripeReply.Silent _ -> new Authorization.Unknown();
        };
    }

    /// The bank wants to hear from the customer, who isn't there. The intent is cancelled, so that
    /// nothing comes of it later.
    private Authorization abandon(StripeApi.Session session, String id, String key) {
        var reply = cancel(session, id, StripeIntent.ABANDONED, key + "-abandon");
        return reply instanceof StripeReply.Done(var body)
                ? authorization(StripeIntent.of(body).standing())
                : new Authorization.Unknown();
    }

    private static Authorization authorization(Standing standing) {
        return switch (standing) {
            case Standing.Authorized(var reference) -> new Authorization.Authorized(reference);
            case Standing.Captured(var reference, _) -> new Authorization.Authorized(reference);
            case Standing.Declined(var reason) -> new Authorization.Declined(reason);
            case Standing.NotFound _, Standing.Processing _, Standing.Voided _, Standing.Silent _ ->
                    new Authorization.Unknown();
        };
    }

    @Override
    public Answer capture(String reference, Money amount, String key) {
        return inUnits(reference, amount, units -> capture(reference, units, key));
    }

    private Answer capture(String reference, long units, String key) {
        var session = api.open();
        var form = Map.of("amount_to_capture", Long.toString(units));
        var reply = session.insist(path(reference, "/capture"), form, reference + "-" + key);
        return answer(session, reference, reply, Status.SUCCEEDED);
    }

    @Override
    public Answer voidAuthorization(String reference, String key) {
        var session = api.open();
        var reply = cancel(session, reference, "requested_by_customer", key);
        return answer(session, reference, reply, Status.CANCELED);
    }

    private static StripeReply cancel(
            StripeApi.Session session, String id, String reason, String key) {
        var form = Map.of("cancellation_reason", reason);
        return session.insist(path(id, "/cancel"), form, id + "-" + key);
    }

    /// @param wanted what the intent has to be in the end
    private static Answer answer(
            StripeApi.Session session, String reference, StripeReply reply, Status wanted) {
        return switch (reply) {
            case StripeReply.Done(var body) -> {
                // what is repeated to us may be old
                var intent =
                        Optional.of(StripeIntent.of(body))
                                .filter(told -> told.status() == wanted)
                                .or(() -> find(session, reference));
                yield intent.isPresent() && intent.get().status() == wanted
                        ? new Answer.Done()
                        : new Answer.Unknown();
            }
            case StripeReply.Failed failed when failed.isRefusal() ->
                    new Answer.Refused(failed.reason());
            case StripeReply.Failed _, StripeReply.Silent _ -> new Answer.Unknown();
        };
    }

    @Override
    public Answer refund(String reference, Money amount, String key) {
        return inUnits(
                reference,
                amount,
                units -> StripeRefunds.refund(api.open(), reference, units, key));
    }

    private Answer inUnits(String reference, Money amount, LongFunction<Answer> work) {
        var currency = db.tx(tx -> intents.currency(tx, reference));
        if (currency.isEmpty()) return new Answer.Refused("no_such_charge");
        var units = StripeAmount.units(amount, currency.get());
        return units.isPresent()
                ? work.apply(units.getAsLong())
                : new Answer.Refused("amount_not_payable");
    }

    @Override
    public Standing lookup(long paymentId) {
        var id = db.tx(tx -> intents.find(tx, paymentId)).map(StripeIntents.Noted::intentId);
        if (id.isEmpty()) return new Standing.NotFound();
        return find(api.open(), id.get())
                .map(StripeIntent::standing)
                .orElseGet(Standing.Silent::new);
    }

    private static Optional<StripeIntent> find(StripeApi.Session session, String id) {
        return session.get(path(id, "")) instanceof StripeReply.Done(var body)
                ? Optional.of(StripeIntent.of(body))
                : Optional.empty();
    }

    private static String path(String id, String operation) {
        return "/v1/payment_intents/" + StripeApi.encode(id) + operation;
    }

    @Override
    public Optional<Notice> read(byte[] body, Function<String, Optional<String>> header) {
        return webhooks.read(body, header);
    }

    @Override
    public void close() {
        api.close();
    }
}
