package gofood.notification;

import gofood.contracts.UserApi.Erased;
import gofood.platform.db.Tx;
import gofood.platform.http.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;

/// What messages tell of people: their own inbox, and what others were told of them. E-mails that
/// wait go with their messages.
final class PersonalInbox implements PersonalData {
    private final Notifications notifications;

    PersonalInbox(Notifications notifications) {
        this.notifications = notifications;
    }

    record Known(Newest messages) {}

    @Override
    public Object export(Tx tx, long userId) {
        return new Known(
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'id', id, 'kind', kind, 'text_en', text_en,
                                   'text_fr', text_fr, 'order_id', order_id, 'at', at) AS entry
                          FROM notification WHERE audience = ? ORDER BY id DESC
                        """,
                        Message.user(userId)));
    }

    /// The numbers of what others have been told stay, so that what they haven't read is still
    /// counted.
    @Override
    public Erased erase(Tx tx, long userId) {
        notifications.inOrder(tx);
        var own = Message.user(userId);
        var erased = new LinkedHashMap<String, Integer>();
        erased.put("mails", tx.update("DELETE FROM mail WHERE person = ?", userId));
        erased.put("messages", tx.update("DELETE FROM notification WHERE audience = ?", own));
        erased.put(
                "mentions",
                tx.update(
                        """
                        UPDATE notification
                           SET text_en = 'This was about somebody who is erased.',
                               text_fr = 'Il s’agissait d’une personne dont les données sont'
                                         ' effacées.',
                               about = NULL
                         WHERE about = ?
                        """,
                        userId));
        tx.update("DELETE FROM read_mark WHERE person = ?", userId);
        tx.update("DELETE FROM read_up_to WHERE person = ?", userId);
        tx.update("DELETE FROM audience WHERE name = ?", own);
        return new Erased(erased, 0, List.of());
    }
}
