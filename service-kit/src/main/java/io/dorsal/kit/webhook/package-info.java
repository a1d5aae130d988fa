/** Signed messages to programs of other people (Standard Webhooks 1.0), and where they may go. */
@NullMarked
package io.dorsal.kit.webhook;

import org.jspecify.annotations.NullMarked;
