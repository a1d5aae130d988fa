package io.dorsal.triage.rulesets.http;

import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.policy.PolicyChange;

/** What a network's policy changes, in words, and who answers for it. */
record ChangeView(String change, String why, String approvedBy) {

    static ChangeView of(PolicyChange change) {
        return new ChangeView(
                words(change), change.approval().why(), change.approval().approvedBy());
    }

    private static String words(PolicyChange change) {
        return switch (change) {
            case PolicyChange.RaisedUrgency raised -> "raised to " + raised.urgency();
            case PolicyChange.WidenedThreshold widened ->
                ConditionWords.inline(widened.to()) + ", in place of: " + ConditionWords.inline(widened.from());
            case PolicyChange.AddedQueues added -> "added " + added.queues();
            case PolicyChange.ShorterTarget target -> "shortened to " + target.within();
            case PolicyChange.EarlierAcknowledgement acknowledged -> "shortened to " + acknowledged.within();
        };
    }
}
