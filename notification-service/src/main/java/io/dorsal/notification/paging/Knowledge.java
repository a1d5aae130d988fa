package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Decided;

/**
 * A decision to remember.
 *
 * @param counting the decision that counts of its revision: the same, or the more urgent one of another body
 */
public record Knowledge(Decided decided, Decided counting) {}
