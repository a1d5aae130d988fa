package io.dorsal.fhir.http;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whatever R4 does not know, in silence, since the messages of parsers quote what was sent. A value that cannot be
 * read is left out and counted, so that whoever looks for it can tell where it is missing.
 */
final class NotingErrors implements IParserErrorHandler {

    private int badValues;

    int badValues() {
        return badValues;
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
        badValues++;
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        throw refused();
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String elementName,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        throw refused();
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String elementName) {
        throw refused();
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String elementName) {
        throw refused();
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attributeName) {
        throw refused();
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String elementName) {
        throw refused();
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        // A contained resource that is missing is of no interest: none is read.
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        throw refused();
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        // As above.
    }

    private static DataFormatException refused() {
        return new DataFormatException("refused");
    }
}
