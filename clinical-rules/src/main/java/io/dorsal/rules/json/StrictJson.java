package io.dorsal.rules.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Opens bytes as JSON without the leniencies of JSON parsers: no guessing of encodings, no byte order mark. */
final class StrictJson {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DEEPEST = 16;

    /** Numbers are compared as text and never converted when long, so that their length is harmless. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictJson() {}

    static JsonParser open(byte[] body) throws Refused {
        CharBuffer text = decoded(body);
        if (text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new Refused("The body must not begin with a byte order mark.");
        }
        return FACTORY.createParser(
                ObjectReadContext.empty(), text.array(), text.arrayOffset() + text.position(), text.remaining());
    }

    private static CharBuffer decoded(byte[] body) throws Refused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new Refused("The body is not valid UTF-8.", e);
        }
    }

    /** The bytes are not JSON as we read it; the message may be shown. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final String shown;

        Refused(String message) {
            super(message);
            this.shown = message;
        }

        Refused(String message, Throwable cause) {
            super(message, cause);
            this.shown = message;
        }

        String shown() {
            return shown;
        }
    }
}
