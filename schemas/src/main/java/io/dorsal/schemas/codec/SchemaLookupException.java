package io.dorsal.schemas.codec;

/** Published schemas could not be read just now. Transient: nothing is known about the record yet. */
public final class SchemaLookupException extends RuntimeException {

    public SchemaLookupException(String message, Throwable cause) {
        super(message, cause);
    }
}
