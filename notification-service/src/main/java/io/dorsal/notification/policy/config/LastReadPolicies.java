package io.dorsal.notification.policy.config;

import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policies as their source tells them, or, while it cannot be read, as it last did: also before a restart. */
final class LastReadPolicies implements CurrentPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(LastReadPolicies.class);

    private final CurrentPolicies source;
    private final PolicySnapshot snapshot;
    private @Nullable Policies last;

    LastReadPolicies(CurrentPolicies source, PolicySnapshot snapshot) {
        this.source = source;
        this.snapshot = snapshot;
    }

    @Override
    public synchronized Policies get() {
        try {
            Policies read = source.get();
            if (!read.equals(last)) {
                snapshot.save(read);
                last = read;
            }
            return read;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The policies cannot be read; those read last hold: {}",
                    e.getClass().getName());
            if (last == null) {
                last = snapshot.load().orElseThrow(() -> e);
            }
            return last;
        }
    }
}
