/** Reads ahead of the listeners that wait for the database. */
@NullMarked
package io.dorsal.notification.failopen.kafka;

import org.jspecify.annotations.NullMarked;
