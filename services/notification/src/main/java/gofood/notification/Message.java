package gofood.notification;

import org.jspecify.annotations.Nullable;

/// Something to tell somebody.
///
/// @param audience `user:12`, `restaurant:7` or `role:operator`
/// @param kind what happened, for a program: `order.received`
/// @param text what happened, for a person
/// @param orderId null when it is about none alone
/// @param mailed whether it is worth an e-mail; only ever for a `user:`
/// @param about whose name or own words somebody else reads in it, to find it when they are erased
record Message(
        String audience,
        String kind,
        Text text,
        @Nullable Long orderId,
        boolean mailed,
        @Nullable Long about) {
    private static final String USER = "user:";
    static final String OPERATORS = "role:operator";

    static Message toUser(long userId, String kind, Text text, long orderId) {
        return new Message(user(userId), kind, text, orderId, false, null);
    }

    static Message toRestaurant(long restaurantId, String kind, Text text, long orderId) {
        return new Message(restaurant(restaurantId), kind, text, orderId, false, null);
    }

    static Message toOperators(String kind, Text text, @Nullable Long orderId) {
        return new Message(OPERATORS, kind, text, orderId, false, null);
    }

    Message alsoByMail() {
        return new Message(audience, kind, text, orderId, true, about);
    }

    Message about(long userId) {
        return new Message(audience, kind, text, orderId, mailed, userId);
    }

    /// Who gets a `user:` message.
    long userId() {
        return Long.parseLong(audience.substring(USER.length()));
    }

    static String user(long userId) {
        return USER + userId;
    }

    static String restaurant(long restaurantId) {
        return "restaurant:" + restaurantId;
    }
}
