package io.dorsal.notification.failopen;

import io.dorsal.notification.delivery.Telling;
import java.util.List;

/** Keeps the journal over a restart. */
public interface JournalStorage {

    /** What was told, oldest first. */
    List<Telling> load();

    /** Adds a telling; when this returns, a crash does not lose it. */
    void append(Telling telling);

    /** Keeps these in place of all there was. */
    void replace(List<Telling> tellings);
}
