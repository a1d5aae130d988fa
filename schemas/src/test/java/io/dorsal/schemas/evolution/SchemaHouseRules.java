package io.dorsal.schemas.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** What every schema of ours has: a doc on each field and type, and UNRECOGNISED as the default of each enum. */
final class SchemaHouseRules {

    private static final String UNRECOGNISED = "UNRECOGNISED";

    private final List<String> omissions = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaHouseRules() {}

    /** What a schema lacks, by the path of it; empty when nothing. */
    static List<String> omissions(Schema schema) {
        SchemaHouseRules rules = new SchemaHouseRules();
        rules.check(schema.getName(), schema);
        return rules.omissions;
    }

    private void check(String path, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> checkRecord(path, schema);
            case ENUM -> checkEnum(path, schema);
            case ARRAY -> check(path + "[]", schema.getElementType());
            case MAP -> check(path + "{}", schema.getValueType());
            case UNION -> schema.getTypes().forEach(branch -> check(path, branch));
            default -> {
                // Only the types above contain others.
            }
        }
    }

    private void checkRecord(String path, Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        requireDoc(path + " (" + schema.getName() + ")", schema.getDoc());
        for (Schema.Field field : schema.getFields()) {
            requireDoc(path + "." + field.name(), field.doc());
            check(path + "." + field.name(), field.schema());
        }
    }

    private void checkEnum(String path, Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        requireDoc(path + " (" + schema.getName() + ")", schema.getDoc());
        if (!UNRECOGNISED.equals(schema.getEnumDefault())) {
            omissions.add(path + ": its default symbol is not " + UNRECOGNISED);
        }
    }

    private void requireDoc(String path, String doc) {
        if (doc == null || doc.isBlank()) {
            omissions.add(path + ": no doc");
        }
    }
}
