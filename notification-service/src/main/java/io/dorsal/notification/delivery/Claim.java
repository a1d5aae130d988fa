package io.dorsal.notification.delivery;

import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;

/**
 * A delivery that is this instance's to attempt, until its lease ends.
 *
 * @param attempt counts from 1
 */
public record Claim(Message message, Turn turn, String contactId, ChannelKind channel, int attempt) {}
