package gofood.user;

import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.User;
import gofood.contracts.UserApi.UserUpdate;
import gofood.platform.wire.Refused;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A person as we keep them.
///
/// @param email lower case; guests have none
/// @param passwordHash Argon2id; who has none can't sign in
/// @param restaurants where a person with the role staff works
record Account(
        long id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String passwordHash,
        Set<Role> roles,
        Set<Long> restaurants,
        Instant createdAt,
        int version) {

    User view() {
        return new User(
                id,
                name,
                email,
                phone,
                new TreeSet<>(roles),
                new TreeSet<>(restaurants),
                createdAt,
                version);
    }

    /// As the person will be after the update.
    ///
    /// @param newHash of the update's password, if it has one
    Account with(UserUpdate update, @Nullable String newHash) {
        var nextEmail = update.email() == null ? email : email(update.email());
        var nextHash = newHash == null ? passwordHash : newHash;
        var nextRoles = update.roles() == null ? roles : givenRoles(update.roles());
        var isStaff = nextRoles.contains(Role.STAFF);
        if (update.password() != null) checkPassword(update.password(), nextEmail);
        // somebody who has both has an account, and keeps what they ordered before
        if (nextRoles.contains(Role.GUEST) && nextEmail != null && nextHash != null)
            nextRoles = Set.of(Role.CUSTOMER);
        return new Account(
                id,
                update.name() == null ? name : update.name().strip(),
                nextEmail,
                update.phone() == null ? phone : update.phone().strip(),
                nextHash,
                nextRoles,
                update.restaurants() != null
                        ? givenRestaurants(update.restaurants(), nextRoles)
                        : isStaff ? restaurants : Set.of(),
                createdAt,
                version);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /// One spelling for one e-mail.
    static String email(String given) {
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static void checkPassword(String password, @Nullable String email) {
        if (email(password).equals(email))
            throw Refused.invalid("password", "must not be the e-mail address");
    }

    /// The roles that an operator may give. The others come by themselves.
    static Set<Role> givenRoles(Set<Role> roles) {
        if (roles.contains(Role.SERVICE) || roles.contains(Role.GUEST))
            throw Refused.invalid("roles", "must be customer, staff, courier or operator");
        return roles;
    }

    static Set<Long> givenRestaurants(Set<Long> restaurants, Set<Role> roles) {
        if (!restaurants.isEmpty() && !roles.contains(Role.STAFF))
            throw Refused.invalid("restaurants", "must be empty without the role staff");
        if (restaurants.stream().anyMatch(id -> id < 1))
            throw Refused.invalid("restaurants", "must be restaurants' ids");
        return restaurants;
    }
}
