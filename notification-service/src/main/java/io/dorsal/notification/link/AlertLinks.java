package io.dorsal.notification.link;

import io.dorsal.notification.alert.AlertId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes links and reads them back. A link is signed (HMAC-SHA256), so that nobody can make one for an alert or in the name
 * of a contact; whoever has it can acknowledge with it, and read nothing about a patient.
 */
public final class AlertLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int IDS = 2 * 16;
    private static final int SIGNATURE = 32;
    private static final int LONGEST_TOKEN = 1_000;

    private final String address;
    private final SecretKeySpec key;

    /**
     * @param address under which links are opened, to its last slash
     * @param secret the same on all instances; at least 32 characters
     */
    public AlertLinks(String address, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("notification.links.secret must have at least 32 characters");
        }
        this.address = address;
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The address that opens it. */
    public String address(AlertLink link) {
        byte[] contact = link.contactId().getBytes(StandardCharsets.UTF_8);
        byte[] said = ByteBuffer.allocate(IDS + contact.length)
                .putLong(link.alert().value().getMostSignificantBits())
                .putLong(link.alert().value().getLeastSignificantBits())
                .putLong(link.delivery().getMostSignificantBits())
                .putLong(link.delivery().getLeastSignificantBits())
                .put(contact)
                .array();
        byte[] token = ByteBuffer.allocate(said.length + SIGNATURE)
                .put(said)
                .put(signature(said))
                .array();
        return address + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What the last part of an address says; empty where it was not made here. */
    public Optional<AlertLink> read(String token) {
        return decoded(token)
                .filter(bytes -> bytes.length > IDS + SIGNATURE)
                .filter(this::isSigned)
                .map(AlertLinks::link);
    }

    private static Optional<byte[]> decoded(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(byte[] token) {
        byte[] said = Arrays.copyOf(token, token.length - SIGNATURE);
        return MessageDigest.isEqual(signature(said), Arrays.copyOfRange(token, said.length, token.length));
    }

    private static AlertLink link(byte[] token) {
        ByteBuffer said = ByteBuffer.wrap(token, 0, token.length - SIGNATURE);
        UUID alert = new UUID(said.getLong(), said.getLong());
        UUID delivery = new UUID(said.getLong(), said.getLong());
        return new AlertLink(
                new AlertId(alert),
                delivery,
                StandardCharsets.UTF_8.decode(said).toString());
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
