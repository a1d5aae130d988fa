package io.dorsal.intake.outcome;

import io.dorsal.intake.view.Change;
import java.util.List;

/** Puts into messages what clinics are to be told. */
public interface OutcomeMessages {

    /** What a change is to be told by; nothing where the clinic has no receiver. */
    List<OutcomeMessage> about(Change change);
}
