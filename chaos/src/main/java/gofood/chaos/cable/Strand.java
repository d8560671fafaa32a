package gofood.chaos.cable;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// One connection through a [Cable].
final class Strand {
    private static final int PIECE = 16 * 1024;

    private final Cable cable;
    private final Socket caller;
    private final Socket callee;
    private volatile boolean lost;

    Strand(Cable cable, Socket caller, Socket callee) {
        this.cable = cable;
        this.caller = caller;
        this.callee = callee;
    }

    boolean hasLost() {
        return lost;
    }

    /// Returns when both sides have hung up.
    void carry() throws IOException {
        caller.setTcpNoDelay(true);
        callee.setTcpNoDelay(true);
        var back = Thread.ofVirtual().start(() -> carry(Direction.BACK, callee, caller));
        carry(Direction.THERE, caller, callee);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        caller.close();
        callee.close();
    }

    private void carry(Direction direction, Socket from, Socket to) {
        var piece = new byte[PIECE];
        try {
            while (true) {
                var size = from.getInputStream().read(piece);
                if (!passes(direction, size)) continue;
                if (size < 0) {
                    to.shutdownOutput();
                    return;
                }
                to.getOutputStream().write(Arrays.copyOf(piece, size));
            }
        } catch (IOException e) {
            tear();
        } catch (InterruptedException e) {
            tear();
            Thread.currentThread().interrupt();
        }
    }

    /// Waits as long as the damage has it.
    ///
    /// @return false for what is swallowed; an end that is swallowed leaves the thread waiting for
    ///   the repair, which tears the connection
    private boolean passes(Direction direction, int size) throws InterruptedException {
        return switch (cable.awaitVoice(direction)) {
            case Damage.Whole _, Damage.Silent _ -> true;
            case Damage.Late(var delay, var jitter) -> {
                var more = ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1);
                Thread.sleep(delay.plusMillis(more));
                yield true;
            }
            case Damage.Narrow(var bytesPerSecond) -> {
                Thread.sleep(Duration.ofMillis(Math.max(0, size) * 1000L / bytesPerSecond));
                yield true;
            }
            case Damage.Lost _ -> {
                lost = true;
                if (size < 0) Thread.sleep(Duration.ofMillis(50));
                yield false;
            }
            case Damage.Torn _ -> {
                tear();
                yield true;
            }
        };
    }

    /// Both sides see a reset.
    void tear() {
        for (var socket : new Socket[] {caller, callee})
            try {
                if (!socket.isClosed()) socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // it was closed already
            }
    }
}
