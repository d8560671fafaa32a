package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /// A signed-in person.
    ///
    /// @param accessToken a JWT for `Authorization: Bearer …`
    /// @param expiresIn seconds that the access token is still good for
    public record Session(String accessToken, String refreshToken, int expiresIn, User user) {}
}
