package gofood.delivery.ride;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// How large a picture says it is: enough to tell a photo from a file that only begins like one,
/// without decoding what a stranger sent.
record Pixels(int width, int height) {
    private static final int LEAST = 32;
    private static final int MOST = 16_384;

    boolean arePlausible() {
        return Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST;
    }

    /// @param type of the image, by its first bytes
    static Optional<Pixels> of(String type, byte[] image) {
        var bytes = ByteBuffer.wrap(image);
        try {
            return switch (type) {
                case "image/png" -> Optional.of(png(bytes));
                case "image/webp" -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                default -> jpeg(bytes);
            };
        } catch (IndexOutOfBoundsException e) {
            // it ends before its header does
            return Optional.empty();
        }
    }

    /// Width and height are the first of its first chunk.
    private static Pixels png(ByteBuffer image) {
        return new Pixels(image.getInt(16), image.getInt(20));
    }

    /// They stand in the frame header, the first of the markers 0xC0 to 0xCF that is none of three
    /// tables.
    private static Optional<Pixels> jpeg(ByteBuffer image) {
        int at = 2;
        while ((image.get(at) & 0xFF) == 0xFF) {
            int marker = image.get(at + 1) & 0xFF;
            boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
            if (marker >= 0xC0 && marker <= 0xCF && !table)
                return Optional.of(
                        new Pixels(
                                image.getShort(at + 7) & 0xFFFF, image.getShort(at + 5) & 0xFFFF));
            at += 2 + (image.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    /// Three kinds: lossy, lossless, and extended.
    private static Optional<Pixels> webp(ByteBuffer image) {
        int kind = image.get(15);
        return switch (kind) {
            case ' ' ->
                    Optional.of(
                            new Pixels(image.getShort(26) & 0x3FFF, image.getShort(28) & 0x3FFF));
            case 'L' -> {
                int both = image.getInt(21);
                yield Optional.of(new Pixels((both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1));
            }
            case 'X' ->
                    Optional.of(
                            new Pixels(
                                    (image.getInt(24) & 0xFFFFFF) + 1,
                                    (image.getInt(26) >>> 8) + 1));
            default -> Optional.empty();
        };
    }
}
