package gofood.payment;

import gofood.contracts.Money;
import gofood.payment.provider.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/// A line to the provider in bad weather: questions get lost, answers get lost, are late, or a
/// question arrives twice.
final class StormLine implements Provider {
    private final Provider provider;
    private final Random random;
    private volatile boolean calm;

    StormLine(Provider provider, long seed) {
        this.provider = provider;
        random = new Random(seed);
    }

    void calm() {
        calm = true;
    }

    private <T> T through(T unknown, Supplier<T> call) {
        var luck = calm ? 100 : random.nextInt(100);
        if (luck < 3) return unknown;
        if (luck < 5) PaymentBed.sleep(30);
        if (luck >= 5 && luck < 8) call.get();
        var answer = call.get();
        return luck >= 8 && luck < 12 ? unknown : answer;
    }

    @Override
    public Authorization authorize(Charge charge, String key) {
        return through(new Authorization.Unknown(), () -> provider.authorize(charge, key));
    }

    @Override
    public Answer capture(String reference, Money amount, String key) {
        return through(new Answer.Unknown(), () -> provider.capture(reference, amount, key));
    }

    @Override
    public Answer voidAuthorization(String reference, String key) {
        return through(new Answer.Unknown(), () -> provider.voidAuthorization(reference, key));
    }

    @Override
    public Answer refund(String reference, Money amount, String key) {
        return through(new Answer.Unknown(), () -> provider.refund(reference, amount, key));
    }

    @Override
    public Standing lookup(long paymentId) {
        return through(new Standing.Silent(), () -> provider.lookup(paymentId));
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
