package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.lifecycle.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/** What a caller may see, as a condition on {@code referral} and the parameters that it takes. */
public final class Tenancy {

    /** Of a queue's staff. */
    public static final String STAFF =
            "(:everything or (referral.queue = any(:queues) and referral.network_id = any(:networks)))";

    /** Of staff and of the clinic; takes the parameter {@code clinic} as well. */
    public static final String ANYBODY =
            "(referral.clinic_id = cast(:clinic as text) or :everything or (not referral.synthetic and " + STAFF + "))";

    private Tenancy() {}

    /** The statement with what both ask for. */
    public static StatementSpec within(Visibility visibility, StatementSpec statement) {
        return statement
                .param("everything", visibility.everything())
                .param(
                        "queues",
                        new SqlArrayValue(
                                "text",
                                visibility.queues().stream().map(Enum::name).toArray()))
                .param(
                        "networks",
                        new SqlArrayValue("text", visibility.networks().toArray()));
    }
}
