package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What pictures say of their size.
class PixelsTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void a_jpeg_is_measured_behind_its_tables() {
        var jpeg = bytes("ffd8 ffe0 0004 0000 ffc4 0003 00 ffc0 0011 08 01e0 0280");
        assertThat(Pixels.of("image/jpeg", jpeg)).hasValue(new Pixels(640, 480));
    }

    @Test
    void each_kind_of_webp_is_measured() {
        var riff = "52494646 00000000 57454250 ";
        var lossy = bytes(riff + "56503820 00000000 000000 9d012a 8002 e001");
        assertThat(Pixels.of("image/webp", lossy)).hasValue(new Pixels(640, 480));
        var lossless = bytes(riff + "5650384c 00000000 2f 7fc27700");
        assertThat(Pixels.of("image/webp", lossless)).hasValue(new Pixels(640, 480));
        var extended = bytes(riff + "56503858 0a000000 00000000 7f0200 df0100");
        assertThat(Pixels.of("image/webp", extended)).hasValue(new Pixels(640, 480));
    }

    @Test
    void a_file_that_only_begins_like_a_picture_is_none() {
        assertThat(Pixels.of("image/jpeg", bytes("ffd8ff"))).isEmpty();
        assertThat(Pixels.of("image/png", bytes("89504e470d0a1a0a"))).isEmpty();
        assertThat(new Pixels(1, 1).arePlausible()).isFalse();
        assertThat(new Pixels(64, 64).arePlausible()).isTrue();
        assertThat(new Pixels(-1, 64).arePlausible()).isFalse();
    }
}
