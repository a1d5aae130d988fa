package io.dorsal.kit.clinics;

import java.time.ZoneId;

/**
 * A clinic.
 *
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
        boolean sharesPatientKeys) {}
