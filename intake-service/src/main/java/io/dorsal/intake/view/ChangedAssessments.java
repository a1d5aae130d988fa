package io.dorsal.intake.view;

import java.util.Collection;
import java.util.List;

/**
 * Tells which assessments have changed, in an order that is the same for all readers, on any instance. Positions rise with
 * the transactions that wrote the changes. A transaction may end after one that began later, so what is told ends before
 * the oldest transaction that is still under way; nothing can come up before a position that was told.
 */
public interface ChangedAssessments {

    /** Where the changes end that can be told now. */
    Position end();

    /**
     * The changes of some clinics behind a position, the oldest first; of an assessment that has changed several times, the
     * last. The views are those of now.
     *
     * @param most how many changes to read at most
     */
    Changes after(Position position, Collection<String> clinicIds, int most);

    /**
     * Whether changes behind this position have been forgotten, or the position is none of this store: a reader who stopped
     * there reads the state anew.
     */
    boolean hasForgottenSince(Position position);

    /** Forgets old changes. */
    void forget();

    /** A place among the changes. */
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

    /**
     * Changes that were read together.
     *
     * @param end where the next reading begins
     * @param complete whether there was no more to read at that moment
     */
    record Changes(List<Changed> changed, Position end, boolean complete) {

        public Changes {
            changed = List.copyOf(changed);
        }
    }

    /** An assessment of a clinic that has changed. */
    record Changed(Position position, String clinicId, AssessmentView view) {}
}
