package io.dorsal.intake.submission;

import io.dorsal.intake.view.Lane;

/** How a submission came in. */
public enum Channel {
    REST(Lane.INTERACTIVE),
    FHIR(Lane.INTERACTIVE),
    WEB_FORM(Lane.INTERACTIVE),
    BULK(Lane.BULK);

    private final Lane lane;

    Channel(Lane lane) {
        this.lane = lane;
    }

    /** The lane of what is first submitted this way. */
    public Lane lane() {
        return lane;
    }
}
