package gofood.notification;

import gofood.platform.http.Person;
import java.util.ArrayList;
import java.util.List;

/// Somebody who reads: which audiences they belong to.
record Recipient(long personId, List<String> audiences) {
    static Recipient of(Person person) {
        var audiences = new ArrayList<String>();
        audiences.add(Message.user(person.id()));
        person.restaurants().stream()
                .filter(person::worksAt)
                .map(Message::restaurant)
                .forEach(audiences::add);
        if (person.isOperator()) audiences.add(Message.OPERATORS);
        return new Recipient(person.id(), List.copyOf(audiences));
    }

    String[] names() {
        return audiences.toArray(String[]::new);
    }
}
