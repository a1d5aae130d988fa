/** The rules that keep the code of every service in shape. */
@NullMarked
package io.dorsal.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
