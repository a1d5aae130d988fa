package io.dorsal.notification.failopen;

import io.dorsal.notification.alert.Change;

/** Publishes changes of alerts without the database. */
@FunctionalInterface
public interface AlertPublisher {

    void publish(Change change);
}
