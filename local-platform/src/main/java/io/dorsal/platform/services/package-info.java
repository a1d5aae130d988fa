/** Dorsal's services, and what they are told. */
@NullMarked
package io.dorsal.platform.services;

import org.jspecify.annotations.NullMarked;
