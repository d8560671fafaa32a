package gofood.payment.provider;

import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Report;
import gofood.payment.provider.Provider.Standing;
import gofood.payment.provider.ProviderCharge.Change;
import gofood.payment.provider.ProviderCharge.Status;
import gofood.payment.provider.WebhookSender.Letter;
import gofood.platform.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The simulated provider's books. The calls of one moment are one transaction, together with the
/// news of them: first all their keys are taken, then all their charges are locked, each in order,
/// so that nobody waits in a circle. A key that was used before gives the answer that it got.
final class ProviderBooks {
    private final WebhookSender webhooks;

    ProviderBooks(WebhookSender webhooks) {
        this.webhooks = webhooks;
    }

    /// @param card the customer's, or one that plays what is to happen
    record Asked(Charge charge, TestCard card, String key) {}

    /// @return an answer for each
    List<Authorization> authorize(Tx tx, List<Asked> all) {
        var references = new LinkedHashMap<String, String>();
        for (var asked : all) references.put(asked.key, "sim_" + UUID.randomUUID());
        var fresh = ProviderCharges.take(tx, references);
        var charges = ProviderCharges.charged(tx, used(references, fresh));
        var news = new ArrayList<Letter>();
        for (var asked : all) {
            if (charges.containsKey(asked.key)) continue;
            var charge =
                    ProviderCharge.of(
                            Objects.requireNonNull(fresh.get(asked.key)),
                            asked.charge.paymentId(),
                            asked.card);
            charges.put(asked.key, charge);
            ProviderCharges.insert(tx, charge, asked.charge);
            switch (charge.status()) {
                case PROCESSING -> webhooks.settleLater(tx, charge.reference());
                case DECLINED -> news.add(Letter.of(charge, Report.DECLINED));
                case AUTHORIZED, CAPTURED, VOIDED -> news.add(Letter.of(charge, Report.AUTHORIZED));
            }
        }
        webhooks.send(tx, news);
        return all.stream()
                .map(asked -> Objects.requireNonNull(charges.get(asked.key)).authorization())
                .toList();
    }

    private static List<String> used(Map<String, String> wanted, Map<String, String> fresh) {
        return wanted.keySet().stream().filter(key -> !fresh.containsKey(key)).toList();
    }

    /// What was answered with "processing" becomes authorised.
    void settle(Tx tx, String reference) {
        var charge = ProviderCharges.lock(tx, List.of(reference)).get(reference);
        if (charge == null || charge.status() != Status.PROCESSING) return;
        ProviderCharges.save(tx, charge.settled());
        webhooks.send(tx, List.of(Letter.of(charge, Report.AUTHORIZED)));
    }

    /// @return an answer for each
    List<Answer> change(Tx tx, List<Change> changes) {
        var references = new LinkedHashMap<String, String>();
        for (var change : changes) references.put(change.key(), change.reference());
        var fresh = ProviderCharges.take(tx, references);
        var answers = ProviderCharges.answered(tx, used(references, fresh));
        var charges = ProviderCharges.lock(tx, fresh.values());
        var news = new ArrayList<Letter>();
        for (var change : changes)
            if (!answers.containsKey(change.key()))
                answers.put(change.key(), change(tx, charges, change, news));
        webhooks.send(tx, news);
        return changes.stream()
                .map(change -> Objects.requireNonNull(answers.get(change.key())))
                .toList();
    }

    private static Answer change(
            Tx tx, Map<String, ProviderCharge> charges, Change change, List<Letter> news) {
        var before = charges.get(change.reference());
        if (before == null) return ProviderCharges.refuse(tx, change.key(), "no_such_charge");
        var objection = before.objection(change);
        if (objection.isPresent()) return ProviderCharges.refuse(tx, change.key(), objection.get());
        var after = before.after(change);
        charges.put(after.reference(), after);
        ProviderCharges.save(tx, after);
        news.add(Letter.of(after, ProviderCharge.reportOf(change)));
        return new Answer.Done();
    }

    /// What stands under each of these payments' numbers.
    List<Standing> standings(Tx tx, List<Long> payments) {
        var charges = ProviderCharges.newest(tx, payments);
        return payments.stream().map(payment -> standing(charges, payment)).toList();
    }

    private static Standing standing(Map<Long, ProviderCharge> charges, long payment) {
        var charge = charges.get(payment);
        return charge == null ? new Standing.NotFound() : charge.standing();
    }
}
