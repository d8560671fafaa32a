package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.RestaurantApi.Allergen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The user service: people, their roles and addresses, and how they sign in.
public final class UserApi {
    private UserApi() {}

    /// What a person may do. A person can have several roles.
    public enum Role {
        /// orders food
        @JsonProperty("customer")
        CUSTOMER,
        /// orders food without an account
        @JsonProperty("guest")
        GUEST,
        /// works at the restaurants that their profile names
        @JsonProperty("staff")
        STAFF,
        @JsonProperty("courier")
        COURIER,
        /// runs the platform
        @JsonProperty("operator")
        OPERATOR,
        /// one of our own services, never a person
        @JsonProperty("service")
        SERVICE
    }

    /// `POST /users`: sign up. Without `roles` one becomes a customer; only an operator may give
    /// others.
    public record NewUser(
            String name,
            String email,
            String password,
            @Nullable String phone,
            @Nullable Set<Role> roles,
            @Nullable Set<Long> restaurants) {
        public NewUser {
            checkProfile(name, email, password, phone, roles, restaurants);
        }
    }

    /// `PUT /users/{id}`: what is left out stays as it is. Roles and restaurants: operators only.
    public record UserUpdate(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String phone,
            @Nullable Set<Role> roles,
            @Nullable Set<Long> restaurants) {
        public UserUpdate {
            checkProfile(name, email, password, phone, roles, restaurants);
        }
    }

    private static void checkProfile(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String phone,
            @Nullable Set<Role> roles,
            @Nullable Set<Long> restaurants) {
        InvalidField.text("name", name, 1, 100);
        InvalidField.text("email", email, 3, 254);
        if (email != null && !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            throw new InvalidField("email", "must be an e-mail address");
        InvalidField.text("password", password, 8, 200);
        InvalidField.text("phone", phone, 3, 30);
        InvalidField.size("roles", roles, 1, 5);
        InvalidField.size("restaurants", restaurants, 0, 1000);
    }

    /// A person. `version` is also the ETag: send it back as `If-Match` to change the person.
    public record User(
            long userId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            Set<Role> roles,
            Set<Long> restaurants,
            Instant createdAt,
            int version) {}

    /// `PUT /users/{id}/applications/{role}`: somebody wants to ride for us, or to sell. An
    /// operator answers by giving the role, or by `DELETE` of the same path.
    ///
    /// @param text what they say of themselves: the scooter, the restaurant
    public record Application(String text) {
        public Application {
            InvalidField.text("text", text, 1, 500);
        }
    }

    /// `GET /applications`, oldest first; for operators.
    public record ApplicationList(List<Applicant> applications, @Nullable String nextCursor) {}

    public record Applicant(
            long userId, String name, @Nullable String email, Role role, String text, Instant at) {}

    /// `GET /users/{id}/favourites`; one is added and taken away by `PUT` and `DELETE` of
    /// `/users/{id}/favourites/{restaurant_id}`.
    public record Favourites(List<Long> restaurants) {}

    /// The languages that we speak.
    public enum Language {
        @JsonProperty("en")
        EN,
        @JsonProperty("fr")
        FR
    }

    /// `GET·PUT /users/{id}/preferences`: what follows a person to their next device.
    ///
    /// @param avoided what they are to be warned of
    /// @param language null for that of the device
    public record Preferences(Set<Allergen> avoided, @Nullable Language language) {}

    public record UserList(List<User> users, @Nullable String nextCursor) {}

    /// `POST /users/{id}/addresses`.
    public record NewAddress(String label, Address address) {
        public NewAddress {
            InvalidField.text("label", label, 1, 50);
        }
    }

    public record SavedAddress(long addressId, String label, Address address) {}

    public record AddressBook(List<SavedAddress> addresses) {}

    /// `POST /guests`: order without an account. The reply is a [Session].
    public record NewGuest(@Nullable String name, @Nullable String phone) {
        public NewGuest {
            InvalidField.text("name", name, 1, 100);
            InvalidField.text("phone", phone, 3, 30);
        }
    }

    /// `POST /sessions`: sign in.
    public record SignIn(String email, String password) {
        public SignIn {
            InvalidField.text("email", email, 1, 254);
            InvalidField.text("password", password, 1, 200);
        }
    }

    /// `POST /sessions/refresh`. A refresh token works once; used twice, its whole family ends.
    public record Refresh(String refreshToken) {
        public Refresh {
            InvalidField.text("refresh_token", refreshToken, 1, 200);
        }
    }

    /// `GET /users/{id}/export`: all that we know of a person, each service's part by its name. A
    /// list in it has the newest 1,000, and says `more` when there are older ones.
    public record PersonalExport(
            long userId, Instant exportedAt, Map<String, @Nullable Object> services) {}

    /// What one service erased of a person.
    ///
    /// @param erased how many of each thing
    /// @param pending how many things are still under way and can only be erased after that
    /// @param kept what stays, and the duty to keep it, a sentence each
    public record Erased(Map<String, Integer> erased, int pending, List<String> kept) {}

    /// `GET /erasures/{erasure_id}`: what has become of a person's wish to be erased. Who has the
    /// id, which nobody can guess, may read it; it has no name in it.
    ///
    /// @param completedAt null while a service hasn't answered yet, or something is under way
    /// @param services what each has erased, by its name; those that haven't answered are missing
    /// @param signature once it is complete: the rest of this as a JWS, made with a key of
    ///   `/.well-known/jwks.json`
    public record Erasure(
            UUID erasureId,
            Instant requestedAt,
            @Nullable Instant completedAt,
            Map<String, Erased> services,
            @Nullable String signature) {}

    /// A signed-in person.
    ///
    /// @param accessToken a JWT for `Authorization: Bearer …`
    /// @param expiresIn seconds that the access token is still good for
    public record Session(String accessToken, String refreshToken, int expiresIn, User user) {}
}
