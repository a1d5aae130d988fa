package io.dorsal.kit.clinics;

import java.time.ZoneId;

/**
 * A clinic.
 *
 * @param id has no {@code |}, which joins the parts that other ids are made of
 * @param network the network it belongs to
 * @param phone where on-call staff reach it
 * @param hours when it is open, in words
 * @param sharesPatientKeys whether its network uses one patient key in all its clinics
 */
public record Clinic(
        String id,
        String name,
        String network,
        ZoneId timeZone,
        String phone,
        String hours,
        boolean sharesPatientKeys) {

    public Clinic {
        if (!isId(id)) {
            throw new IllegalArgumentException("a clinic's id is not empty and has no |");
        }
    }

    /** True for what may be a clinic's id. */
    public static boolean isId(String text) {
        return !text.isBlank() && text.indexOf('|') < 0;
    }
}
