package gofood.platform.run;

import java.util.Deque;

/// Something started that can be stopped. Closing finishes what is under way, then lets go.
public interface Running extends AutoCloseable {
    @Override
    void close();

    /// Closes the parts, the one that was pushed last first.
    static void closeAll(Deque<? extends Running> parts) {
        for (var part : parts) {
            try {
                part.close();
            } catch (RuntimeException e) {
                // one part that fails to stop must not keep the others running
                System.getLogger(Running.class.getName())
                        .log(System.Logger.Level.WARNING, "a part did not stop cleanly", e);
            }
        }
    }
}
