package io.dorsal.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaEvolutionTest {

    /** {@code -Ddorsal.schemas.publish=true} freezes a changed schema as its next version. */
    private static final boolean PUBLISH = Boolean.getBoolean("dorsal.schemas.publish");

    private static final Path PUBLISHED = Path.of("src/main/resources/published");

    private final PublishedSchemas published = PublishedSchemas.ofAllEvents();

    static List<Class<?>> events() {
        return Topics.all().stream().<Class<?>>map(Topic::eventType).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaInUseIsTheNewestPublishedVersion(Class<?> event) throws IOException {
        Schema current = SpecificData.get().getSchema(event);
        List<Schema> versions = published.versions(event.getSimpleName());

        if (PUBLISH && (versions.isEmpty() || !versions.getLast().equals(current))) {
            Path file = PUBLISHED.resolve(event.getSimpleName()).resolve("v%d.avsc".formatted(versions.size() + 1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, SchemaFormatter.format("json/pretty", current) + "\n");
            return;
        }

        assertThat(versions)
                .as("publish %s first: CONTRIBUTING.md says how", event.getSimpleName())
                .isNotEmpty();
        assertThat(versions.getLast()).isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaInUseMayFollowEveryPublishedVersion(Class<?> event) {
        Schema current = SpecificData.get().getSchema(event);

        assertThat(SchemaEvolution.objections(current, published.versions(event.getSimpleName())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaInUseIsDocumentedAndCopesWithNewerSymbols(Class<?> event) {
        assertThat(SchemaHouseRules.omissions(SpecificData.get().getSchema(event)))
                .isEmpty();
    }

    @Test
    void aNewFieldWithoutDefaultIsRefused() {
        Schema later = record("""
                {"name": "id", "type": "string"}, {"name": "at", "type": "long"}""");

        assertThat(SchemaEvolution.objections(later, List.of(record("""
                {"name": "id", "type": "string"}"""))))
                .singleElement()
                .asString()
                .contains("not fully compatible");
    }

    @Test
    void aNewFieldWithADefaultIsAllowed() {
        Schema later = record("""
                {"name": "id", "type": "string"}, {"name": "at", "type": ["null", "long"], "default": null}""");

        assertThat(SchemaEvolution.objections(later, List.of(record("""
                {"name": "id", "type": "string"}""")))).isEmpty();
    }

    @Test
    void aChangedLogicalTypeIsRefusedAlthoughTheFingerprintStays() {
        Schema earlier = record("""
                {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}}""");
        Schema later = record("""
                {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier)))
                .containsExactly("Sample.at: logical type changed from timestamp-millis to timestamp-micros");
    }

    @Test
    void aLogicalTypeChangedInsideAUnionIsRefused() {
        Schema earlier = record("""
                {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null}""");
        Schema later = record("""
                {"name": "at", "type": ["null", "long"], "default": null}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier)))
                .containsExactly("Sample.at: logical type changed from timestamp-millis to none");
    }

    @Test
    void aChangedDefaultIsRefusedAlthoughTheFingerprintStays() {
        Schema earlier = record("""
                {"name": "count", "type": "int", "default": 0}""");
        Schema later = record("""
                {"name": "count", "type": "int", "default": 1}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier)))
                .containsExactly("Sample.count: default changed");
    }

    @Test
    void aRemovedFieldIsRefused() {
        Schema earlier = record("""
                {"name": "id", "type": "string"}, {"name": "at", "type": "long", "default": 0}""");
        Schema later = record("""
                {"name": "id", "type": "string"}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier))).containsExactly("Sample.at: removed");
    }

    @Test
    void aNewSymbolIsAllowedWhereReadersHaveADefault() {
        assertThat(SchemaEvolution.objections(
                        state("\"A\", \"B\", \"UNRECOGNISED\"", "\"UNRECOGNISED\""),
                        List.of(state("\"A\", \"UNRECOGNISED\"", "\"UNRECOGNISED\""))))
                .isEmpty();
    }

    @Test
    void aNewSymbolIsRefusedWhereReadersHaveNoDefault() {
        Schema earlier = record("""
                {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["A"]}}""");
        Schema later = record("""
                {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["A", "B"]}}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier)))
                .contains("Sample.state: symbol B added, and readers have no default");
    }

    @Test
    void aRemovedSymbolIsRefusedAlthoughAvroReadsItAsTheDefault() {
        assertThat(SchemaEvolution.objections(
                        state("\"A\", \"UNRECOGNISED\"", "\"UNRECOGNISED\""),
                        List.of(state("\"A\", \"B\", \"UNRECOGNISED\"", "\"UNRECOGNISED\""))))
                .containsExactly("Sample.state: symbol B removed");
    }

    @Test
    void aChangedDefaultSymbolIsRefused() {
        assertThat(SchemaEvolution.objections(
                        state("\"A\", \"UNRECOGNISED\"", "\"A\""),
                        List.of(state("\"A\", \"UNRECOGNISED\"", "\"UNRECOGNISED\""))))
                .containsExactly("Sample.state: default symbol changed");
    }

    @Test
    void whatChangesInTheValuesOfAMapIsSeen() {
        Schema earlier = record("""
                {"name": "times", "type": {"type": "map", "values": {"type": "long", "logicalType": "timestamp-millis"}}}""");
        Schema later = record("""
                {"name": "times", "type": {"type": "map", "values": {"type": "long", "logicalType": "timestamp-micros"}}}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier)))
                .containsExactly("Sample.times{}: logical type changed from timestamp-millis to timestamp-micros");
    }

    @Test
    void aBranchAddedToOrRemovedFromAUnionIsRefused() {
        Schema two = record("""
                {"name": "value", "type": ["null", "int"], "default": null}""");
        Schema three = record("""
                {"name": "value", "type": ["null", "int", "long"], "default": null}""");

        assertThat(SchemaEvolution.objections(three, List.of(two))).contains("Sample.value: branch long added");
        assertThat(SchemaEvolution.objections(two, List.of(three))).contains("Sample.value: branch long removed");
    }

    @Test
    void aTypeThatAvroWouldConvertIsRefused() {
        Schema earlier = record("""
                {"name": "text", "type": "string"}""");
        Schema later = record("""
                {"name": "text", "type": "bytes"}""");

        assertThat(SchemaEvolution.objections(later, List.of(earlier))).containsExactly("Sample.text: type changed");
    }

    @Test
    void aRenamedRecordIsRefused() {
        Schema later = new Schema.Parser().parse("""
                {"type": "record", "name": "other.Sample", "fields": [{"name": "id", "type": "string"}]}""");

        assertThat(SchemaEvolution.objections(later, List.of(record("""
                {"name": "id", "type": "string"}""")))).contains("Sample: renamed");
    }

    @Test
    void aMissingDocAndAMissingDefaultSymbolAreOmissions() {
        assertThat(SchemaHouseRules.omissions(state("\"A\", \"UNRECOGNISED\"", "\"A\"")))
                .containsExactly(
                        "Sample (Sample): no doc",
                        "Sample.state: no doc",
                        "Sample.state (State): no doc",
                        "Sample.state: its default symbol is not UNRECOGNISED");
    }

    private static Schema state(String symbols, String defaultSymbol) {
        return record("""
                {"name": "state", "type": {"type": "enum", "name": "State", "symbols": [%s], "default": %s}}""".formatted(symbols, defaultSymbol));
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("""
                {"type": "record", "name": "Sample", "fields": [%s]}""".formatted(fields));
    }
}
