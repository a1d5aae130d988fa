package io.dorsal.intake.view;

import java.util.Comparator;

/**
 * One body of one revision. Usually a revision has one; two slipped through where the store was down while a clinic
 * submitted both under one key.
 *
 * @param revision from 1
 * @param hash of the canonical answers
 */
public record Body(int revision, String hash) implements Comparable<Body> {

    private static final Comparator<Body> ORDER =
            Comparator.comparingInt(Body::revision).thenComparing(Body::hash);

    public Body {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
    }

    @Override
    public int compareTo(Body other) {
        return ORDER.compare(this, other);
    }
}
