package io.dorsal.schemas.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * Judges whether a schema may follow its published versions: FULL_TRANSITIVE compatibility, and nothing that Avro's
 * fingerprint would not see (a logical type or a default changed under a field that stays).
 */
final class SchemaEvolution {

    private SchemaEvolution() {}

    /** What forbids the candidate; empty when nothing does. */
    static List<String> objections(Schema candidate, List<Schema> published) {
        List<String> objections = new ArrayList<>();
        try {
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(candidate, published.reversed());
        } catch (SchemaValidationException e) {
            objections.add("not fully compatible: " + e.getMessage());
        }
        for (Schema earlier : published) {
            compare(candidate.getName(), earlier, candidate, objections);
        }
        return objections;
    }

    private static void compare(String path, Schema earlier, Schema later, List<String> objections) {
        if (!Objects.equals(nameOf(earlier.getLogicalType()), nameOf(later.getLogicalType()))) {
            objections.add(path + ": logical type changed");
        }
        if (earlier.getType() != later.getType()) {
            return;
        }
        switch (earlier.getType()) {
            case RECORD -> compareFields(path, earlier, later, objections);
            case ARRAY -> compare(path + "[]", earlier.getElementType(), later.getElementType(), objections);
            case UNION -> compareBranches(path, earlier, later, objections);
            default -> {
                // Only the types above contain others.
            }
        }
    }

    private static void compareFields(String path, Schema earlier, Schema later, List<String> objections) {
        for (Schema.Field field : earlier.getFields()) {
            Schema.Field same = later.getField(field.name());
            String fieldPath = path + "." + field.name();
            if (same == null) {
                objections.add(fieldPath + ": removed");
                continue;
            }
            if (!Objects.equals(field.defaultVal(), same.defaultVal())) {
                objections.add(fieldPath + ": default changed");
            }
            compare(fieldPath, field.schema(), same.schema(), objections);
        }
    }

    private static void compareBranches(String path, Schema earlier, Schema later, List<String> objections) {
        for (Schema branch : earlier.getTypes()) {
            later.getTypes().stream()
                    .filter(other -> other.getFullName().equals(branch.getFullName()))
                    .forEach(other -> compare(path, branch, other, objections));
        }
    }

    private static String nameOf(LogicalType type) {
        return type == null ? "none" : type.getName();
    }
}
