package gofood.order.problem;

import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Pictures of what was wrong, some for each order.
final class Pictures {
    private static final int MOST_PER_ORDER = 5;

    /// @param type as in `Content-Type`, from what the image is and not from what it was called
    record Picture(String type, byte[] image) {
        /// @throws Refused 415 when it is no image that browsers show
        static Picture of(byte[] image) {
            if (starts(image, 0, 0xFF, 0xD8, 0xFF)) return new Picture("image/jpeg", image);
            if (starts(image, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'))
                return new Picture("image/png", image);
            if (starts(image, 0, 'R', 'I', 'F', 'F') && starts(image, 8, 'W', 'E', 'B', 'P'))
                return new Picture("image/webp", image);
            throw new Refused(415, "not_an_image", "Send a JPEG, PNG or WebP picture.")
                    .with("allowed", List.of("image/jpeg", "image/png", "image/webp"));
        }

        private static boolean starts(byte[] image, int at, int... first) {
            if (image.length < at + first.length) return false;
            for (int i = 0; i < first.length; i++)
                if ((image[at + i] & 0xFF) != first[i]) return false;
            return true;
        }
    }

    /// Stores one, with its order locked.
    ///
    /// @return its id
    String add(Tx tx, long orderId, Picture picture, Instant now) {
        var there =
                tx.one(
                        "SELECT count(*) AS there FROM picture WHERE order_id = ?",
                        row -> row.integer("there"),
                        orderId);
        if (there >= MOST_PER_ORDER)
            throw Refused.conflict(
                    "too_many", "An order can have " + MOST_PER_ORDER + " pictures at most.");
        var id = UUID.randomUUID();
        tx.update(
                "INSERT INTO picture (id, order_id, type, image, taken_at) VALUES (?, ?, ?, ?, ?)",
                id,
                orderId,
                picture.type,
                picture.image,
                now);
        return id.toString();
    }

    Optional<Picture> find(Tx tx, long orderId, String id) {
        return tx.find(
                "SELECT type, image FROM picture WHERE order_id = ? AND id::text = ?",
                row -> new Picture(row.text("type"), row.bytes("image")),
                orderId,
                id);
    }
}
