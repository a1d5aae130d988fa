package io.dorsal.notification.alert;

/** What came of the attempt to acknowledge an alert. */
public sealed interface Acknowledging {

    /** It is theirs from now on. */
    record Taken(Change change) implements Acknowledging {}

    /** They had it already; nothing changes. */
    record AlreadyTheirs(Alert alert) implements Acknowledging {}

    /** Somebody else holds it. */
    record HeldByAnother(Alert alert, Hold hold) implements Acknowledging {}

    /** It is closed. */
    record Over(Alert alert) implements Acknowledging {}
}
