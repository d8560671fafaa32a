package gofood.simulator.living;

import java.util.Base64;

/// A photo of a bag at a door, as well as a courier of ours can take one.
final class Snapshot {
    private static final String PNG =
            """
            iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAMAAACdt4HsAAAACVBMVEVbRjaKb1fZs2ysAlPnAAAA
            MklEQVR42u3VoQEAMAjAMNj/R2MRmBkM6QGxjVArPwIAAAAAAADYB94UAAAAAM4Ci2cqoS8MSZ67
            ByMAAAAASUVORK5CYII=
            """;

    private Snapshot() {}

    /// A picture of 64 × 64 pixels.
    static byte[] png() {
        return Base64.getMimeDecoder().decode(PNG);
    }
}
