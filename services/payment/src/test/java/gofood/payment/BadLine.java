package gofood.payment;

import gofood.contracts.Money;
import gofood.payment.provider.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// The line between us and the provider, cut where a test wants it.
final class BadLine implements Provider {
    /// What happens to a call.
    enum Fault {
        /// it never arrives
        SILENT,
        /// the provider does it, and the answer gets lost
        LOSES_THE_ANSWER,
        /// the provider does it, and then we crash
        CRASH
    }

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<Long, Runnable> first = new ConcurrentHashMap<>();
    private final Provider provider;

    BadLine(Provider provider) {
        this.provider = provider;
    }

    void cut(String operation, Fault fault) {
        faults.put(operation, fault);
    }

    void repair() {
        faults.clear();
    }

    /// The first request for this payment, lost so far, arrives at last.
    void arriveLate(long paymentId) {
        first.get(paymentId).run();
    }

    private <T> T through(String operation, T unknown, Supplier<T> call) {
        var fault = faults.get(operation);
        if (fault == null) return call.get();
        if (fault == Fault.SILENT) return unknown;
        call.get();
        if (fault == Fault.CRASH) throw new IllegalStateException("crash after " + operation);
        return unknown;
    }

    private Answer answer(String operation, Supplier<Answer> call) {
        return through(operation, new Answer.Unknown(), call);
    }

    @Override
    public Authorization authorize(Charge charge, String key) {
        first.putIfAbsent(charge.paymentId(), () -> provider.authorize(charge, key));
        return through(
                "authorize", new Authorization.Unknown(), () -> provider.authorize(charge, key));
    }

    @Override
    public Answer capture(String reference, Money amount, String key) {
        return answer("capture", () -> provider.capture(reference, amount, key));
    }

    @Override
    public Answer voidAuthorization(String reference, String key) {
        return answer("void", () -> provider.voidAuthorization(reference, key));
    }

    @Override
    public Answer refund(String reference, Money amount, String key) {
        return answer("refund", () -> provider.refund(reference, amount, key));
    }

    @Override
    public Standing lookup(long paymentId) {
        return through("lookup", new Standing.Silent(), () -> provider.lookup(paymentId));
    }

    @Override
    public Optional<Map<String, Long>> takings() {
        return provider.takings();
    }

    @Override
    public Optional<Notice> read(byte[] body, Function<String, Optional<String>> header) {
        return provider.read(body, header);
    }
}
