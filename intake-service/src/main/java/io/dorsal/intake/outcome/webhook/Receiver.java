package io.dorsal.intake.outcome.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import io.dorsal.intake.outcome.webhook.WebhookSettings.Entry;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiver of a clinic, as configured. A complaint about it names the setting, and no secret. */
record Receiver(URI url, List<Webhook> signers) {

    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    /**
     * @throws IllegalStateException where it is configured wrongly
     */
    static Receiver of(String clinicId, Entry entry) {
        String setting = "intake.webhooks." + clinicId;
        List<Webhook> signers = new ArrayList<>();
        signers.add(signer(setting + ".secret", entry.secret()));
        if (entry.previousSecret() != null) {
            signers.add(signer(setting + ".previous-secret", entry.previousSecret()));
        }
        return new Receiver(url(setting + ".url", entry.url()), signers);
    }

    /** The same for the same address, and tells nothing of it. */
    String addressHash() {
        try {
            byte[] address = url.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static URI url(String setting, @Nullable String text) {
        try {
            URI url = new URI(text == null ? "" : text);
            String host = url.getHost();
            if (host != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isThisMachine(host)))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // As wrong as one that reads well and is none; what it says is not repeated, since it may hold a key.
        }
        throw new IllegalStateException(
                setting + " must be an https address without user and fragment; http is for this machine alone");
    }

    private static boolean isThisMachine(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Webhook signer(String setting, @Nullable String secret) {
        try {
            if (secret != null && secret.startsWith(SECRET_PREFIX)) {
                int bytes = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())).length;
                if (bytes >= SHORTEST_SECRET && bytes <= LONGEST_SECRET) {
                    return new Webhook(secret);
                }
            }
        } catch (IllegalArgumentException | EmptyWebhookSecretException e) {
            // Told below, without what it says.
        }
        throw new IllegalStateException(setting + " must be whsec_ and the base64 of 24 to 64 random bytes");
    }
}
