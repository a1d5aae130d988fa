package io.dorsal.notification.alert.jdbc;

import io.dorsal.notification.alert.Sight;
import java.util.Map;

/** Tenancy as a part of queries: what is out of sight is not found. */
public final class SightSql {

    /** True for the rows of {@code alert a} within the sight whose {@link #parameters} are given. */
    public static final String WITHIN = """
            (:sightAll
             or a.held_by = :sightSubject
             or (:sightOnCall and a.network_id = any(:sightNetworks))
             or (:sightOnCall and a.kind <> 'OPERATIONS' and a.network_id <> all(:sightChains))
             or (:sightOperations and a.kind = 'OPERATIONS'
                 and (a.network_id = '' or a.network_id = any(:sightNetworks))))""";

    /** True for the rows {@code p} about a patient, which only those may read who are on call for the row's network. */
    public static final String PATIENT_WITHIN = """
            (:sightAll
             or (:sightOnCall
                 and (p.network_id = any(:sightNetworks) or p.network_id <> all(:sightChains))))""";

    private SightSql() {}

    /** The parameters of {@link #WITHIN} and {@link #PATIENT_WITHIN}. */
    public static Map<String, Object> parameters(Sight sight) {
        return Map.of(
                "sightAll", sight.all(),
                "sightSubject", sight.subject(),
                "sightOnCall", sight.onCall(),
                "sightOperations", sight.operations(),
                "sightNetworks", sight.networks().toArray(String[]::new),
                "sightChains", sight.chains().toArray(String[]::new));
    }
}
