package io.dorsal.schemas.codec;

import java.util.Optional;
import org.apache.avro.Schema;

/** Finds the schema that a record was written with. */
@FunctionalInterface
public interface SchemaLookup {

    /**
     * The schema of this 64-bit fingerprint; empty when it is certain that nobody published it.
     *
     * @throws SchemaLookupException when that cannot be told now: trying again later may succeed
     */
    Optional<Schema> find(long fingerprint);

    /** This lookup first, then another for what it does not know. */
    default SchemaLookup orElse(SchemaLookup other) {
        return fingerprint -> find(fingerprint).or(() -> other.find(fingerprint));
    }
}
