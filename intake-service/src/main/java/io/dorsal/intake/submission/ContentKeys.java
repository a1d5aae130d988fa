package io.dorsal.intake.submission;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for submissions that come without, from clinic and content: the same content again is the same assessment, however
 * it is written. A hash under a secret, so that from an id and the answers nobody can find out whom they were about once
 * the patient is erased.
 */
public final class ContentKeys {

    private static final String PREFIX = "content-";
    private static final String ALGORITHM = "HmacSHA256";

    private final AssessmentJson json;
    private final SecretKeySpec secret;

    /**
     * @param secret the same on all instances, and for good: under another, a repeat is another assessment
     */
    public ContentKeys(AssessmentJson json, String secret) {
        this.json = json;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The key of what this clinic submits. */
    public IdempotencyKey of(Clinic clinic, Assessment assessment) {
        try {
            Mac hash = Mac.getInstance(ALGORITHM);
            hash.init(secret);
            hash.update(clinic.id().getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
            return new IdempotencyKey(PREFIX + HexFormat.of().formatHex(hash.doFinal(json.write(assessment))));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
