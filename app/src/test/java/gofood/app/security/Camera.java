package gofood.app.security;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Takes a picture of something orange.
final class Camera {
    private static final byte[] PICTURE = take();

    private Camera() {}

    static byte[] picture() {
        return PICTURE.clone();
    }

    private static byte[] take() {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(40, 40, 160, 120);
        brush.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
