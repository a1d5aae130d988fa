package io.dorsal.notification.policy;

/** Tells the policies that hold now, also while the database is away. */
@FunctionalInterface
public interface CurrentPolicies {

    Policies get();
}
