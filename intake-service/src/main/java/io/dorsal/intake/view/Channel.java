package io.dorsal.intake.view;

/** How an assessment came in. */
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
