package io.dorsal.fhir.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads and writes resources of R4. What it needs to know of them is loaded on first use, which takes seconds on a small
 * machine and must not be in the way of the start.
 */
public final class FhirModel {

    /** What came of reading. */
    public sealed interface Parsed {

        /**
         * It is of the type.
         *
         * @param badValues how many values could not be read and are left out
         */
        record Read<T extends Resource>(T resource, int badValues) implements Parsed {}

        /** It is not. */
        record Unreadable() implements Parsed {}
    }

    /** Reads a resource of any type. */
    public Parsed parse(String text, FhirFormat format) {
        NotingErrors errors = new NotingErrors();
        try {
            IParser parser = parser(format);
            parser.setParserErrorHandler(errors);
            return parser.parseResource(text) instanceof Resource resource
                    ? new Parsed.Read<>(resource, errors.badValues())
                    : new Parsed.Unreadable();
        } catch (RuntimeException e) {
            // A null where an extension should be is a NullPointerException, text where an object should be a
            // ClassCastException: whatever the parser trips over, it is the body that is at fault.
            return new Parsed.Unreadable();
        }
    }

    /** The resource as it is sent; empty where the format cannot hold it: not every text can stand in XML. */
    public Optional<String> write(Resource resource, FhirFormat format) {
        try {
            return Optional.of(parser(format).encodeResourceToString(resource));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static IParser parser(FhirFormat format) {
        return switch (format) {
            case JSON -> Loaded.CONTEXT.newJsonParser();
            case XML -> Loaded.CONTEXT.newXmlParser();
        };
    }

    /** Initialised by the first who needs it. */
    private static final class Loaded {
        private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    }
}
