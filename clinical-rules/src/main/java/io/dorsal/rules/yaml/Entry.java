package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Condition;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One mapping of a YAML file. What is missing or of the wrong kind becomes a defect, and something harmless stands in for
 * it, so that reading goes on and finds the other defects too; nothing of it is used in the end.
 */
final class Entry {
    private final YamlFiles files;
    private final String file;
    private final @Nullable String name;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    Entry(YamlFiles files, String file, @Nullable String name, JsonNode node) {
        this.files = files;
        this.file = file;
        this.name = name;
        this.node = node;
        if (!node.isObject()) {
            defect("must be a mapping");
        }
    }

    /** This entry under a name that defects are told by. */
    Entry named(@Nullable String newName) {
        return new Entry(files, file, newName, node);
    }

    void defect(String reason) {
        files.defect(file, name, reason);
    }

    /** The member as it stands; null if it is absent. */
    @Nullable
    JsonNode find(String member) {
        asked.add(member);
        JsonNode found = node.get(member);
        if (found != null && found.isNull()) {
            defect(member + " has no value");
            return null;
        }
        return found;
    }

    String text(String member) {
        JsonNode found = find(member);
        if (found == null || !found.isString() || found.stringValue().isBlank()) {
            defect(member + " must be a text");
            return "?";
        }
        return found.stringValue().strip();
    }

    @Nullable
    String textIfAny(String member) {
        return find(member) == null ? null : text(member);
    }

    @Nullable
    Duration durationIfAny(String member) {
        String text = textIfAny(member);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            defect(member + " must be a duration, as PT24H or P7D");
            return null;
        }
    }

    int number(String member) {
        JsonNode found = find(member);
        if (found == null || !found.isInt()) {
            defect(member + " must be a whole number");
            return 1;
        }
        return found.intValue();
    }

    List<JsonNode> list(String member) {
        JsonNode found = find(member);
        if (found == null || !found.isArray()) {
            defect(member + " must be a list");
            return List.of();
        }
        return List.copyOf(found.values());
    }

    List<JsonNode> listIfAny(String member) {
        return find(member) == null ? List.of() : list(member);
    }

    List<Entry> entries(String member) {
        return list(member).stream()
                .map(one -> new Entry(files, file, name, one))
                .toList();
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list(member)) {
            if (one.isString()) {
                texts.add(one.stringValue());
            } else {
                defect(member + " must be a list of texts");
            }
        }
        return texts;
    }

    <E extends Enum<E>> E symbol(String member, Class<E> type) {
        return symbol(member, text(member), type);
    }

    <E extends Enum<E>> List<E> symbols(String member, Class<E> type) {
        return texts(member).stream().map(text -> symbol(member, text, type)).toList();
    }

    <E extends Enum<E>> E symbol(String member, String text, Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        defect("unknown " + member + ": " + text + ", must be one of " + Arrays.toString(constants));
        return constants[0];
    }

    /** The condition that the member holds. */
    Condition condition(String member, ConditionReader conditions) {
        int before = files.defects().size();
        JsonNode found = find(member);
        Condition condition = conditions.read(found == null ? JsonNodeFactory.instance.objectNode() : found, this);
        if (files.defects().size() > before) {
            unreadCondition();
        }
        return condition;
    }

    /** Notes that something stands in for the condition of this entry, so that nothing is concluded from it. */
    void unreadCondition() {
        files.unreadCondition(String.valueOf(name));
    }

    boolean isConditionRead() {
        return !files.unread().conditions().contains(String.valueOf(name));
    }

    /** The mapping that the member holds. */
    Entry child(String member) {
        JsonNode found = find(member);
        if (found == null) {
            defect("missing member: " + member);
        }
        return of(found == null ? JsonNodeFactory.instance.objectNode() : found);
    }

    /** The mapping that the member holds; an empty one if there is none. */
    Entry childIfAny(String member) {
        JsonNode found = find(member);
        return of(found == null ? JsonNodeFactory.instance.objectNode() : found);
    }

    /** All members, by whatever names. */
    Set<Map.Entry<String, JsonNode>> members() {
        return node.properties();
    }

    /** A mapping inside of this one, told by the same name. */
    Entry of(JsonNode inner) {
        return new Entry(files, file, name, inner);
    }

    /** Ends the reading: a member that nobody asked for is a mistake. */
    void end() {
        for (String member : node.propertyNames()) {
            if (!asked.contains(member)) {
                defect("unknown member: " + member);
            }
        }
    }
}
