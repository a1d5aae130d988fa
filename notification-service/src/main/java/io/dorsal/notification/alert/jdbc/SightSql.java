package io.dorsal.notification.alert.jdbc;

import io.dorsal.notification.alert.Sight;
import java.util.Map;

/** Tenancy as a part of queries: what is out of sight is not found. */
public final class SightSql {

    /** True for the rows of {@code alert a} within the sight whose {@link #parameters} are given. */
    public static final String WITHIN = """
            (:sightAll
             or a.network_id = any(:sightNetworks)
             or (:sightOnCall and a.network_id = '' and a.kind = 'POSSIBLE_EMERGENCY')
             or (:sightOperations and a.kind = 'OPERATIONS'))""";

    private SightSql() {}

    /** The parameters of {@link #WITHIN}. */
    public static Map<String, Object> parameters(Sight sight) {
        return Map.of(
                "sightAll", sight.all(),
                "sightNetworks", sight.networks().toArray(String[]::new),
                "sightOnCall", !sight.networks().isEmpty(),
                "sightOperations", sight.operations());
    }
}
