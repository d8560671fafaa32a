package gofood.user;

import gofood.contracts.Address;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.SavedAddress;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.List;

/// Where people have things brought.
final class SavedAddresses {
    List<SavedAddress> of(Tx tx, long userId) {
        return tx.list(
                "SELECT * FROM saved_address WHERE user_id = ? ORDER BY address_id",
                SavedAddresses::saved,
                userId);
    }

    SavedAddress add(Tx tx, long userId, NewAddress wanted) {
        var address = wanted.address();
        return tx.one(
                """
                INSERT INTO saved_address (user_id, label, lat, lon, text)
                VALUES (?, ?, ?, ?, ?)
                RETURNING *
                """,
                SavedAddresses::saved,
                userId,
                wanted.label().strip(),
                address.lat(),
                address.lon(),
                address.text().strip());
    }

    /// @return whether it was there
    boolean remove(Tx tx, long userId, long addressId) {
        return tx.update(
                        "DELETE FROM saved_address WHERE user_id = ? AND address_id = ?",
                        userId,
                        addressId)
                > 0;
    }

    private static SavedAddress saved(Row row) {
        var address = new Address(row.decimal("lat"), row.decimal("lon"), row.text("text"));
        return new SavedAddress(row.number("address_id"), row.text("label"), address);
    }
}
