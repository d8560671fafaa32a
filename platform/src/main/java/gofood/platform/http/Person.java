package gofood.platform.http;

import gofood.contracts.UserApi.Role;
import java.util.Set;

/// Who is asking, as their token says.
///
/// @param id the user id; 0 for one of our own services
/// @param name a service's name; for people their role and id, never a name
/// @param restaurants where staff may act
public record Person(long id, String name, Set<Role> roles, Set<Long> restaurants) {
    public Person {
        roles = Set.copyOf(roles);
        restaurants = Set.copyOf(restaurants);
    }

    /// The same whatever roles the person gains.
    String key() {
        return id == 0 ? name : "user " + id;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isOperator() {
        return has(Role.OPERATOR);
    }

    /// One of our services or an operator: may act for anybody.
    public boolean isTrusted() {
        return has(Role.SERVICE) || has(Role.OPERATOR);
    }

    public boolean worksAt(long restaurantId) {
        return has(Role.STAFF) && restaurants.contains(restaurantId);
    }
}
