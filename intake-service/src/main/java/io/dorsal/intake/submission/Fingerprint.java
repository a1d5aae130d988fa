package io.dorsal.intake.submission;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells two bodies apart, however each was written: hashes of their canonical form.
 *
 * @param requestHash of the whole body
 * @param bodyHash of the answers alone, without patient reference and time
 * @param answers the canonical answers that the latter is of
 */
public record Fingerprint(String requestHash, String bodyHash, String answers) {

    static Fingerprint of(Assessment assessment, AssessmentJson json) {
        byte[] answers = json.writeAnswers(assessment.answers());
        return new Fingerprint(
                sha256(json.write(assessment)), sha256(answers), new String(answers, StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Fingerprint[" + bodyHash + "]";
    }
}
