package gofood.app.security;

import java.util.Locale;

/// Those who ask. The owner is the customer whose things they are; staff and courier are those of
/// the same order, and the second ones of another.
enum Persona {
    NOBODY,
    GUEST,
    OWNER,
    OTHER,
    STAFF,
    STAFF2,
    COURIER,
    COURIER2,
    OPERATOR,
    SERVICE;

    static Persona of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether they are told of the owner's order by its nature.
    boolean isInvolved() {
        return switch (this) {
            case OWNER, STAFF, COURIER, OPERATOR, SERVICE -> true;
            case NOBODY, GUEST, OTHER, STAFF2, COURIER2 -> false;
        };
    }
}
