/** Events to bytes and back: Avro single-object encoding, against the schemas that travel in this jar. */
@NullMarked
package io.dorsal.schemas.codec;

import org.jspecify.annotations.NullMarked;
