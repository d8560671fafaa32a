package gofood.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Seals private keys before they are stored, with AES-GCM under a key derived from the services'
/// common secret: a copy of the database alone signs nothing. What doesn't open is not used, so
/// nobody can slip a key of their own into the table either.
final class KeySeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /// @param secret base64url
    KeySeal(String secret) {
        var label = "gofood user signing keys".getBytes(StandardCharsets.US_ASCII);
        var parameters =
                HKDFParameterSpec.ofExtract()
                        .addIKM(Base64.getUrlDecoder().decode(secret))
                        .thenExpand(label, 32);
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param name of what is sealed; it opens under this name only
    byte[] seal(String name, byte[] content) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(content);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return nothing when it was sealed under another secret or name, or altered since
    Optional<byte[]> open(String name, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) return Optional.empty();
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, name, nonce);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
