/** Deterministic identities: what is retried, replayed or duplicated gets the same id again. */
@NullMarked
package io.dorsal.schemas.identity;

import org.jspecify.annotations.NullMarked;
