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
/// @param favourites restaurants per person
/// @param erasureSettles after which nobody comes with a token of an erased person any more: longer
///   than `accessLife`
/// @param erasureEvery how often a service is asked again that still needs something of them
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
        int favourites,
        Duration erasureSettles,
        Duration erasureEvery,
        int argonKib,
        int argonPasses,
        int hashThreads,
        int hashQueue) {

    static UserConfig from(Env env) {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        var access = env.seconds("USER_ACCESS_SECONDS", 15 * 60);
        return new UserConfig(
                access,
                env.seconds("USER_REFRESH_SECONDS", 30 * 24 * 3600),
                env.seconds("USER_KEY_SECONDS", 30 * 24 * 3600),
                env.number("USER_FAILURES", 10),
                env.seconds("USER_FAILURE_WINDOW_SECONDS", 600),
                env.number("USER_SESSIONS", 20),
                env.number("USER_ADDRESSES", 50),
                env.number("USER_FAVOURITES", 500),
                env.seconds(
                        "USER_ERASURE_SETTLES_SECONDS",
                        Math.toIntExact(access.plusMinutes(1).toSeconds())),
                env.seconds("USER_ERASURE_SECONDS", 3600),
                // what OWASP recommends for Argon2id
                env.number("USER_ARGON_KIB", 19 * 1024),
                env.number("USER_ARGON_PASSES", 2),
                env.number("USER_HASH_THREADS", threads),
                env.number("USER_HASH_QUEUE", 16 * threads));
    }
}
