package io.broadsheet.ingest.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a hub proves that it was told our secret (section 7.1 of the recommendation). */
final class HubSignature {

    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    "sha1", "HmacSHA1",
                    "sha256", "HmacSHA256",
                    "sha384", "HmacSHA384",
                    "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * Whether a header proves it of these bytes. The comparison takes a time that does not tell how
     * much of it was right.
     *
     * @param header {@code X-Hub-Signature}: a method, an equals sign, and hex
     */
    static boolean proves(String header, String secret, byte[] body) {
        int equals = header.indexOf('=');
        String method = equals < 0 ? "" : header.substring(0, equals).strip();
        String algorithm = ALGORITHMS.get(method.toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return false;
        }
        byte[] right = mac(algorithm, secret, body);
        String written = HexFormat.of().formatHex(right);
        String given = header.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(bytes(written), bytes(given));
    }

    private static byte[] mac(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " belongs to every Java", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
