package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * Assessments as JSON. Reading is strict and never throws, whatever the bytes are; writing is canonical: members in the
 * order of the vocabulary, what was not answered left out. Safe for use by several threads.
 */
public final class AssessmentJson {
    private final AssessmentMembers members;

    public AssessmentJson(Vocabulary vocabulary) {
        this.members = new AssessmentMembers(vocabulary);
    }

    /**
     * Reads a whole body.
     *
     * @param now the assessment must not have been made after this
     */
    public Reading read(byte[] body, Instant now) {
        return read(body, parser -> unkeyed(new AssessmentReader(members, parser, now).read()))
                .reading();
    }

    /**
     * Reads {@code {"idempotencyKey", "assessment"}}, where there may be no key. Problems of the assessment have the paths
     * that they have where it is a body of its own.
     *
     * @param now the assessment must not have been made after this
     */
    public KeyedReading readKeyed(byte[] line, Instant now) {
        return read(line, parser -> new KeyedAssessmentReader(members, parser, now).read());
    }

    private static KeyedReading unkeyed(Reading reading) {
        return new KeyedReading(null, reading);
    }

    private static KeyedReading read(byte[] body, Function<JsonParser, KeyedReading> reader) {
        try (JsonParser parser = StrictJson.open(body)) {
            return read(parser, reader);
        } catch (StrictJson.Refused e) {
            return unkeyed(new Reading.Malformed(e.shown()));
        } catch (JacksonException e) {
            return unkeyed(new Reading.Malformed(malformed(e)));
        }
    }

    private static KeyedReading read(JsonParser parser, Function<JsonParser, KeyedReading> reader) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return unkeyed(new Reading.Malformed("The body is empty."));
        }
        if (first != JsonToken.START_OBJECT) {
            return unkeyed(new Reading.Malformed("The body must be a JSON object."));
        }
        KeyedReading reading = reader.apply(parser);
        if (parser.nextToken() != null) {
            return unkeyed(new Reading.Malformed("The body must end with its JSON object."));
        }
        return reading;
    }

    /** The assessment in canonical form. */
    public byte[] write(Assessment assessment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = StrictJson.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, assessment);
        }
        return bytes.toByteArray();
    }

    /** Writes the assessment as one object value. */
    public void write(JsonGenerator json, Assessment assessment) {
        AnswersWriter.write(json, assessment);
    }

    /** The answers alone in canonical form, without patient reference and time: what hashes are made over. */
    public byte[] writeAnswers(Answers answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = StrictJson.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            AnswersWriter.write(json, answers);
        }
        return bytes.toByteArray();
    }

    /** The parser's own message may repeat what was given, so only the place is told. */
    private static String malformed(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null
                ? "The body is not well-formed JSON."
                : String.format(
                        Locale.ROOT,
                        "The body is not well-formed JSON at line %d, column %d.",
                        place.getLineNr(),
                        place.getColumnNr());
    }
}
