package io.dorsal.rules.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data of a ruleset in canonical form: every file that decides or explains, and the vocabulary, as one JSON object by
 * file name, members sorted. Comments, layout and the cases don't count, so the hash changes when decisions may.
 */
final class CanonicalData {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalData() {}

    static String hash(Map<String, JsonNode> contents) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        contents.forEach(all::set);
        all.set("vocabulary", VocabularyYaml.read());
        byte[] canonical = MAPPER.writeValueAsString(sorted(all)).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(canonical));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(one -> array.add(sorted(one)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::set);
        return object;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
