/** Patient references as they come from the topic. */
@NullMarked
package io.dorsal.notification.patient.kafka;

import org.jspecify.annotations.NullMarked;
