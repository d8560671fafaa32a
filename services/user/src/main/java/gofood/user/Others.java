package gofood.user;

import gofood.platform.Foundation;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The other services that know something of people, asked all at once.
final class Others {
    static final List<String> NAMES =
            List.of("restaurant", "order", "payment", "delivery", "notification");

    /// For all of them together; less than a client waits.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Foundation base;

    Others(Foundation base) {
        this.base = base;
    }

    /// @return the good answers by the service's name; who is silent, or says no, is missing
    Map<String, Peer.Answer> ask(
            Collection<String> services, Function<Peer, Peer.Answer> question) {
        var answers = new ConcurrentHashMap<String, Peer.Answer>();
        var inTime = RequestScope.within(PATIENCE, RequestScope::onward);
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var service : services)
                together.execute(() ->
                        inTime.run(() ->
                                answer(service, question)
                                        .ifPresent(it -> answers.put(service, it))));
        }
        return answers;
    }

    private Optional<Peer.Answer> answer(String service, Function<Peer, Peer.Answer> question) {
        try {
            return Optional.of(question.apply(base.peer(service))).filter(Peer.Answer::isOk);
        } catch (Refused silent) {
            return Optional.empty();
        }
    }
}
