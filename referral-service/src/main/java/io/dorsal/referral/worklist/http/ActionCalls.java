package io.dorsal.referral.worklist.http;

import io.dorsal.kit.database.Turns;
import io.dorsal.referral.acting.Acting;
import io.dorsal.referral.acting.ActingOnReferral;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.observing.ChangeMetrics;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts for whoever calls, by whichever way: in a transaction, some at a time, and counted. */
@Component
public class ActionCalls {

    /** People share the connections with the listeners, and take half of them at most. */
    private static final int AT_A_TIME = 4;

    private final ActingOnReferral acting;
    private final TransactionTemplate transactions;
    private final ChangeMetrics metrics;
    private final Turns turns = new Turns(AT_A_TIME);

    ActionCalls(ActingOnReferral acting, TransactionTemplate transactions, ChangeMetrics metrics) {
        this.acting = acting;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /**
     * What came of it.
     *
     * @param version the one that was read
     */
    public Acting act(ReferralId id, Visibility visibility, long version, Deed deed) {
        Acting result = turns.take(() ->
                Objects.requireNonNull(transactions.execute(status -> acting.act(id, visibility, version, deed))));
        if (result instanceof Acting.Done done) {
            metrics.changed(done.changes());
        }
        return result;
    }
}
