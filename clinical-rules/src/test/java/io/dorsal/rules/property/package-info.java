/** What must hold of every decision, whatever the answers. */
@NullMarked
package io.dorsal.rules.property;

import org.jspecify.annotations.NullMarked;
