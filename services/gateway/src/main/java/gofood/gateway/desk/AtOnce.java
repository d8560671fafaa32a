package gofood.gateway.desk;

import gofood.platform.http.RequestScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Asks many at the same time, each within the same patience.
public final class AtOnce {
    private AtOnce() {}

    /// The answers, in the order of those asked.
    ///
    /// @param question must not throw
    public static <A, B> List<B> ask(
            Collection<A> whom, Duration patience, Function<A, B> question) {
        var here = RequestScope.onward();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<B>>();
            for (var one : whom)
                asked.add(
                        threads.submit(() ->
                                here.call(() ->
                                        RequestScope.within(patience, () -> question.apply(one)))));
            var answers = new ArrayList<B>();
            for (var answer : asked) answers.add(answer.get());
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
