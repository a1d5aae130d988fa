package io.dorsal.intake.view;

import java.util.Comparator;

/**
 * Where a revision came from. The clinic of an assessment never changes; its network may, from one revision to another.
 *
 * @param synthetic true for the platform's own test assessments
 */
public record Origin(String clinicId, String networkId, boolean synthetic) implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER = Comparator.comparing(Origin::clinicId)
            .thenComparing(Origin::networkId)
            .thenComparing(Origin::synthetic);

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
