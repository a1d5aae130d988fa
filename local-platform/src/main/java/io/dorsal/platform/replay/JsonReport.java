package io.dorsal.platform.replay;

import io.dorsal.rules.ruleset.Ruleset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The report for programs: what the one for people says, as JSON. Lists go through it one by one, however long they are. */
final class JsonReport {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter())
            .build();

    private final Subject subject;
    private final Tally tally;
    private final Lists lists;

    JsonReport(Subject subject, Tally tally, Lists lists) {
        this.subject = subject;
        this.tally = tally;
        this.lists = lists;
    }

    /** Writes it to a file. */
    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = JSON.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            json.writeStartObject();
            ruleset(json, "candidate", subject.candidate());
            ruleset(json, "active", subject.active());
            range(json);
            counts(json);
            changes(json);
            rules(json);
            failedRules(json);
            loweredCases(json);
            unreadableRecords(json);
            json.writeEndObject();
        }
    }

    private static void ruleset(JsonGenerator json, String name, Ruleset ruleset) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("version", ruleset.version());
        json.writeStringProperty("hash", ruleset.hash());
        json.writeEndObject();
    }

    private void range(JsonGenerator json) {
        optional(json, "from", subject.range().from());
        optional(json, "to", subject.range().to());
        optional(json, "firstReceivedAt", tally.firstReceivedAt());
        optional(json, "lastReceivedAt", tally.lastReceivedAt());
    }

    private void counts(JsonGenerator json) {
        json.writeNumberProperty("compared", tally.comparedCases());
        json.writeNumberProperty("changed", tally.changedCases());
        json.writeNumberProperty("raised", tally.changedCases() - tally.loweredCases());
        json.writeNumberProperty("lowered", tally.loweredCases());
        json.writeNumberProperty("loweredEmergencies", tally.loweredEmergencies());
        json.writeNumberProperty("sameUrgencyByOtherRules", tally.otherRulesCases());
        json.writeNumberProperty("synthetic", tally.syntheticCases());
        json.writeNumberProperty("unreadable", tally.unreadableRecords());
    }

    private void changes(JsonGenerator json) {
        json.writeArrayPropertyStart("changes");
        tally.transitions().forEach((transition, cases) -> {
            json.writeStartObject();
            urgencies(json, transition);
            json.writeNumberProperty("assessments", cases);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void rules(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        tally.responsibleRules().forEach(entry -> {
            json.writeStartObject();
            json.writeStringProperty("rule", entry.getKey().rule());
            urgencies(json, entry.getKey().transition());
            json.writeNumberProperty("assessments", entry.getValue());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void failedRules(JsonGenerator json) {
        json.writeArrayPropertyStart("failedRules");
        tally.failedRules().forEach((rule, cases) -> {
            json.writeStartObject();
            json.writeStringProperty("rule", rule);
            json.writeNumberProperty("assessments", cases);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void loweredCases(JsonGenerator json) {
        json.writeArrayPropertyStart("loweredCases");
        tally.transitions().keySet().stream()
                .filter(Transition::isLowered)
                .forEach(transition -> lists.lowered(transition, one -> {
                    json.writeStartObject();
                    json.writeStringProperty("assessmentId", one.assessmentId().toString());
                    json.writeNumberProperty("revision", one.revision());
                    urgencies(json, transition);
                    json.writeArrayPropertyStart("rules");
                    one.rules().forEach(json::writeString);
                    json.writeEndArray();
                    json.writeEndObject();
                }));
        json.writeEndArray();
    }

    private void unreadableRecords(JsonGenerator json) {
        json.writeArrayPropertyStart("unreadableRecords");
        lists.unreadable(record -> {
            json.writeStartObject();
            json.writeStringProperty("topic", record.topic());
            json.writeNumberProperty("partition", record.partition());
            json.writeNumberProperty("offset", record.offset());
            json.writeStringProperty("reason", record.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void urgencies(JsonGenerator json, Transition transition) {
        json.writeStringProperty("from", transition.from().name());
        json.writeStringProperty("to", transition.to().name());
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
