/// The user service.
///
/// - does: sign-up, sign-in, guests, profiles, addresses, favourites, preferences and applications
///   for a role
/// - owns: people, their roles, their sessions, and the keys that sign access tokens
/// - calls: nobody
/// - emits: nothing; others learn who somebody is from the token
@NullMarked
package gofood.user;

import org.jspecify.annotations.NullMarked;
