package io.dorsal.referral.worklist;

import java.util.List;

/**
 * What has changed, in an order in which nothing is ever inserted before what has been read: that of transactions, as far
 * as all transactions before have ended.
 */
public interface ChangedReferrals {

    /** A place in that order. */
    record Position(long transaction, long number) implements Comparable<Position> {

        @Override
        public int compareTo(Position other) {
            int byTransaction = Long.compare(transaction, other.transaction);
            return byTransaction == 0 ? Long.compare(number, other.number) : byTransaction;
        }

        @Override
        public String toString() {
            return transaction + "." + number;
        }
    }

    /** A referral as it stands now, at the place of a change. */
    record Changed(Position position, Line line) {}

    /**
     * Changes that follow on a place.
     *
     * @param changed each referral once, at its last change
     * @param end where to go on
     * @param complete false where there is more already
     */
    record Changes(List<Changed> changed, Position end, boolean complete) {

        public Changes {
            changed = List.copyOf(changed);
        }
    }

    /** Where everything has been read that there is. */
    Position end();

    /** What follows on a place; no more changes than that at once. */
    Changes after(Position position, int most);
}
