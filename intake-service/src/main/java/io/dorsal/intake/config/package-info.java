/** What the whole service has in common: who may call it, and how it describes itself. */
@NullMarked
package io.dorsal.intake.config;

import org.jspecify.annotations.NullMarked;
