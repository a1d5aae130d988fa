/** The topics of the platform as typed values, who reads them, and how they are provisioned. */
@NullMarked
package io.dorsal.schemas.topics;

import org.jspecify.annotations.NullMarked;
