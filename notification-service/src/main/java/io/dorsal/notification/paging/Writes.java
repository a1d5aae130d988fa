package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Change;
import io.dorsal.notification.delivery.PlannedDelivery;
import java.util.ArrayList;
import java.util.List;

/** What one transaction adds and changes, collected to be written at its end. */
public final class Writes {

    private final List<Knowledge> knowledge = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<PlannedDelivery> deliveries = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** A change that asks for no deliveries. */
    public static Writes of(Change change) {
        Writes writes = new Writes();
        writes.change(change, List.of());
        return writes;
    }

    void know(Knowledge one) {
        knowledge.add(one);
    }

    void change(Change change, List<PlannedDelivery> planned) {
        changes.add(change);
        deliveries.addAll(planned);
    }

    void note(Note note) {
        notes.add(note);
    }

    public List<Knowledge> knowledge() {
        return knowledge;
    }

    /** In order; several of one alert have versions one after the other. */
    public List<Change> changes() {
        return changes;
    }

    public List<PlannedDelivery> deliveries() {
        return deliveries;
    }

    public List<Note> notes() {
        return notes;
    }
}
