package io.dorsal.referral.worklist;

import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ids that begin like what somebody typed, which pages show shortened.
 *
 * @param first the least of them
 * @param last the greatest
 */
public record AssessmentIds(UUID first, UUID last) {

    /** So few digits that ids are shortened to. */
    public static final int FEWEST_DIGITS = 8;

    private static final int DIGITS = 32;
    private static final int DIGITS_OF_HALF = 16;
    private static final int HEX = 16;
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F]{%d,%d}".formatted(FEWEST_DIGITS, DIGITS));

    /** Those with a beginning, hyphens aside; empty where no id begins so, or where it is too short. */
    public static Optional<AssessmentIds> beginningWith(String text) {
        String digits = text.strip().replace("-", "");
        if (!BEGINNING.matcher(digits).matches()) {
            return Optional.empty();
        }
        String missing = "0".repeat(DIGITS - digits.length());
        return Optional.of(new AssessmentIds(id(digits + missing), id(digits + missing.replace('0', 'f'))));
    }

    private static UUID id(String digits) {
        return new UUID(half(digits.substring(0, DIGITS_OF_HALF)), half(digits.substring(DIGITS_OF_HALF)));
    }

    private static long half(String digits) {
        return new BigInteger(digits, HEX).longValue();
    }
}
