package io.dorsal.notification.alert;

/**
 * Where an alert comes from.
 *
 * @param clinicId empty where it could not be read
 * @param networkId empty where it could not be read: then the on-call staff of every network see the alert
 * @param synthetic true for the platform's own test assessments
 */
public record Origin(String clinicId, String networkId, boolean synthetic) {

    /** Nothing about the origin could be read. */
    public static final Origin UNKNOWN = new Origin("", "", false);
}
