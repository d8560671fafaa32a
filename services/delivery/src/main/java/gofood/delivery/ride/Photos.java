package gofood.delivery.ride;

import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Pictures of where food was left, one for each ride. Deleted after a while.
public final class Photos {
    /// In bytes.
    static final int LIMIT = 1 << 20;

    /// @param type as in `Content-Type`, from what the image is and not from what it was called
    record Photo(String type, byte[] image) {
        /// @throws Refused 415 when it is no image that browsers show
        static Photo of(byte[] image) {
            var type = type(image);
            if (Pixels.of(type, image).filter(Pixels::arePlausible).isEmpty())
                throw new Refused(415, "not_an_image", "This picture is broken, or too small.");
            return new Photo(type, image);
        }

        private static String type(byte[] image) {
            if (startsWith(image, 0, 0xFF, 0xD8, 0xFF)) return "image/jpeg";
            if (startsWith(image, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'))
                return "image/png";
            if (startsWith(image, 0, 'R', 'I', 'F', 'F')
                    && startsWith(image, 8, 'W', 'E', 'B', 'P')) return "image/webp";
            throw new Refused(415, "not_an_image", "Send a JPEG, PNG or WebP picture.")
                    .with("allowed", List.of("image/jpeg", "image/png", "image/webp"));
        }

        private static boolean startsWith(byte[] image, int at, int... magic) {
            if (image.length < at + magic.length) return false;
            for (int i = 0; i < magic.length; i++)
                if ((image[at + i] & 0xFF) != magic[i]) return false;
            return true;
        }
    }

    void put(Tx tx, long deliveryId, Photo photo, Instant now) {
        tx.update(
                """
                INSERT INTO photo (delivery_id, type, image, taken_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (delivery_id) DO UPDATE
                   SET type = excluded.type, image = excluded.image, taken_at = excluded.taken_at
                """,
                deliveryId,
                photo.type,
                photo.image,
                now);
    }

    Optional<Photo> find(Tx tx, long deliveryId) {
        return tx.find(
                "SELECT type, image FROM photo WHERE delivery_id = ?",
                row -> new Photo(row.text("type"), row.bytes("image")),
                deliveryId);
    }

    boolean exists(Tx tx, long deliveryId) {
        return tx.one(
                "SELECT EXISTS (SELECT FROM photo WHERE delivery_id = ?) AS there",
                row -> row.flag("there"),
                deliveryId);
    }

    public void prune(Tx tx, Instant before) {
        tx.update("DELETE FROM photo WHERE taken_at < ?", before);
    }
}
