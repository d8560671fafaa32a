package gofood.user;

import gofood.platform.run.Env;
import java.time.Duration;

/// The limits of the user service.
///
/// @param accessLife of an access token; also how long a role that was taken away still works
/// @param refreshLife of a refresh token that isn't used
/// @param keyLife after which access tokens are signed with a new key
/// @param failures failed sign-ins within `failureWindow`, per e-mail and per client, after which
///   further ones are refused
/// @param sessions per person; signing in once more ends the oldest
/// @param addresses per person
/// @param argonKib memory of one password hash
/// @param argonPasses over that memory
/// @param hashThreads password hashes computed at once, each with its `argonKib`
/// @param hashQueue sign-ins that wait for one of these threads; more are refused
record UserConfig(
        Duration accessLife,
        Duration refreshLife,
        Duration keyLife,
        int failures,
        Duration failureWindow,
        int sessions,
        int addresses,
        int argonKib,
        int argonPasses,
        int hashThreads,
        int hashQueue) {

    static UserConfig from(Env env) {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new UserConfig(
                env.seconds("USER_ACCESS_SECONDS", 15 * 60),
                env.seconds("USER_REFRESH_SECONDS", 30 * 24 * 3600),
                env.seconds("USER_KEY_SECONDS", 30 * 24 * 3600),
                env.number("USER_FAILURES", 10),
                env.seconds("USER_FAILURE_WINDOW_SECONDS", 600),
                env.number("USER_SESSIONS", 20),
                env.number("USER_ADDRESSES", 50),
                // what OWASP recommends for Argon2id
                env.number("USER_ARGON_KIB", 19 * 1024),
                env.number("USER_ARGON_PASSES", 2),
                env.number("USER_HASH_THREADS", threads),
                env.number("USER_HASH_QUEUE", 16 * threads));
    }
}
