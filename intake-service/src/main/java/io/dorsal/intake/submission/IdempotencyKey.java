package io.dorsal.intake.submission;

import io.dorsal.schemas.identity.Identities;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells submissions of a clinic apart: repeats of one submission bear the same key, and thus get the same id, on any
 * instance and without a database.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** What a key must be, in words. */
    public static final String RULE = "must be 1 to 128 visible ASCII characters";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final String MADE_BY_US = "retry-";
    private static final Pattern OF_OURS =
            Pattern.compile(MADE_BY_US + "([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})");

    public IdempotencyKey {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key " + RULE);
        }
    }

    /** The key of a text; empty where it may not be one. */
    public static Optional<IdempotencyKey> of(String text) {
        return VISIBLE_ASCII.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    /** A new key, for a submission that came without: should it fail, the clinic is told this key to try again with. */
    public static IdempotencyKey make() {
        return new IdempotencyKey(MADE_BY_US + Identities.newAssessmentId());
    }

    /**
     * The id of what a clinic submits under this key: a UUIDv5 of the two; under a key of our making a time-ordered
     * UUIDv7, which hashes the two as well. So no key leads to another clinic's assessment.
     */
    public UUID assessmentId(String clinicId) {
        Matcher ofOurs = OF_OURS.matcher(value);
        return ofOurs.matches()
                ? Identities.assessmentId(clinicId, UUID.fromString(ofOurs.group(1)))
                : Identities.assessmentId(clinicId, value);
    }
}
