package io.dorsal.rules.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML as far as a person sees at a glance what it says: one document, in UTF-8, no key twice, and neither anchors,
 * aliases nor tags, by which a text may mean something else, or much more, than what stands there.
 */
final class StrictYaml {
    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private StrictYaml() {}

    /** The content, which is something. */
    static JsonNode read(byte[] bytes) throws Refused {
        if (bytes.length > RulesetFolder.LARGEST_FILE) {
            throw new Refused("is larger than 1 MiB");
        }
        String text = decoded(bytes);
        try {
            refuseIndirection(text);
            JsonNode content = READER.readTree(text);
            if (content.isMissingNode() || content.isNull() || (content.isContainer() && content.isEmpty())) {
                throw new Refused("is empty");
            }
            return content;
        } catch (JacksonException e) {
            throw new Refused("unreadable" + at(e.getLocation()) + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    private static void refuseIndirection(String text) throws Refused {
        try (YAMLParser parser = (YAMLParser) READER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                    throw new Refused("unreadable" + at(parser.currentTokenLocation())
                            + ": anchors and aliases are not understood; write it out");
                }
                if (parser.getTypeId() != null) {
                    throw new Refused("unreadable" + at(parser.currentTokenLocation()) + ": tags are not understood");
                }
            }
        }
    }

    private static String decoded(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused("is not valid UTF-8");
        }
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null ? "" : " at line " + place.getLineNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** Why a text is not taken; the message goes on after the name of the file. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
