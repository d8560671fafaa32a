package gofood.platform.http;

import gofood.platform.wire.Repeat;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What went wrong when a replica was asked, as far as it matters for asking again.
public enum Failure {
    /// Nobody was reached, so nothing was done.
    UNREACHED,
    /// It leaves, and did nothing.
    DRAINING,
    /// It has too much to do, and did nothing.
    TURNED_AWAY,
    /// 502, 503 or 504: this replica can't now.
    UNABLE,
    /// The connection broke before the answer was there; it may have been done.
    BROKEN,
    /// Nobody waits any more; it may have been done.
    TIMED_OUT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What an answer says; nothing when it is to be passed on as it is.
    ///
    /// @param repeat its header [Repeat#HEADER]
    public static Optional<Failure> of(int status, @Nullable String repeat) {
        if (status != 502 && status != 503 && status != 504) return Optional.empty();
        var advice = Repeat.of(repeat);
        if (advice.isEmpty()) return Optional.of(UNABLE);
        return switch (advice.get()) {
            case DRAINING -> Optional.of(DRAINING);
            case ELSEWHERE -> Optional.of(TURNED_AWAY);
            // somebody further down is at fault, and was tried again
            case NEVER -> Optional.empty();
        };
    }

    /// @param overdue the time is over
    public static Failure of(Throwable thrown, boolean overdue) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException)
                return UNREACHED;
            if (cause instanceof SocketTimeoutException late)
                return String.valueOf(late.getMessage()).contains("onnect") ? UNREACHED : TIMED_OUT;
        }
        return overdue ? TIMED_OUT : BROKEN;
    }
}
