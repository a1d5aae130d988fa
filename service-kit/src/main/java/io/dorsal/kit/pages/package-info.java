/** The shell that the pages of all services have in common: frame, style, errors, and what their scripts ask for. */
@NullMarked
package io.dorsal.kit.pages;

import org.jspecify.annotations.NullMarked;
