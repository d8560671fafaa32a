package gofood.platform.events;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Where real, blocking code of several actors is played so that only one moves at a time, and
/// whoever directs decides which. An actor gives the stage back wherever its code calls
/// [Actor#pause].
final class Stage {
    private final Semaphore stage = new Semaphore(0);

    /// What an actor does, again and again.
    interface Part {
        void play(Actor self);
    }

    /// The process is gone: nothing of it goes on, and nothing is tidied up.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private boolean killed;
        private volatile boolean gone;
        private int rounds;
        private @Nullable Throwable broken;

        private void live(Part part) {
            try {
                await(turn);
                while (!killed) {
                    part.play(this);
                    rounds++;
                    pause();
                }
            } catch (Killed e) {
                // as it should be
            } catch (Throwable e) {
                broken = e;
            } finally {
                gone = true;
                stage.release();
            }
        }

        /// Others may go before this one does.
        void pause() {
            stage.release();
            await(turn);
            if (killed) throw new Killed();
        }

        /// Goes on until it pauses.
        void move() {
            if (gone) throw new IllegalStateException("whoever has left moves no more");
            turn.release();
            await(stage);
            if (broken != null) throw new AssertionError(broken.getMessage(), broken);
        }

        /// Goes on until it has done its part, or what was left of it.
        void finish() {
            for (var before = rounds; rounds == before; ) move();
        }

        void kill() {
            if (gone) return;
            killed = true;
            move();
        }
    }

    Actor enter(Part part) {
        var actor = new Actor();
        Thread.ofVirtual().start(() -> actor.live(part));
        return actor;
    }

    private static void await(Semaphore semaphore) {
        semaphore.acquireUninterruptibly();
    }
}
