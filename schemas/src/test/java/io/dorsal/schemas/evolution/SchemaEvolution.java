package io.dorsal.schemas.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * Judges whether a schema may follow its published versions: FULL_TRANSITIVE compatibility, and nothing that Avro's
 * validator or fingerprint would let pass (a logical type or a default changed under a field that stays, a symbol or a
 * branch removed, one type widened to another).
 */
final class SchemaEvolution {

    private final List<String> objections = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

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
            SchemaEvolution evolution = new SchemaEvolution();
            evolution.compare(candidate.getName(), earlier, candidate);
            objections.addAll(evolution.objections);
        }
        return objections;
    }

    private void compare(String path, Schema earlier, Schema later) {
        if (earlier.getType() != later.getType()) {
            objections.add(path + ": type changed");
            return;
        }
        if (!Objects.equals(earlier.getLogicalType(), later.getLogicalType())) {
            objections.add(path
                    + ": logical type changed from %s to %s"
                            .formatted(nameOf(earlier.getLogicalType()), nameOf(later.getLogicalType())));
        }
        switch (earlier.getType()) {
            case RECORD -> compareRecords(path, earlier, later);
            case ENUM -> compareSymbols(path, earlier, later);
            case ARRAY -> compare(path + "[]", earlier.getElementType(), later.getElementType());
            case MAP -> compare(path + "{}", earlier.getValueType(), later.getValueType());
            case UNION -> compareBranches(path, earlier, later);
            default -> {
                // Only the types above contain others.
            }
        }
    }

    private void compareRecords(String path, Schema earlier, Schema later) {
        if (!earlier.getFullName().equals(later.getFullName())) {
            objections.add(path + ": renamed");
        }
        if (!compared.add(earlier.getFullName())) {
            return; // A type is compared once, wherever it is used; it may contain itself.
        }
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
            compare(fieldPath, field.schema(), same.schema());
        }
    }

    /** A new symbol is read by earlier versions as their default, so that they need one; a removed one loses meaning. */
    private void compareSymbols(String path, Schema earlier, Schema later) {
        if (!Objects.equals(earlier.getEnumDefault(), later.getEnumDefault())) {
            objections.add(path + ": default symbol changed");
        }
        earlier.getEnumSymbols().stream()
                .filter(symbol -> !later.hasEnumSymbol(symbol))
                .forEach(symbol -> objections.add(path + ": symbol " + symbol + " removed"));
        if (earlier.getEnumDefault() == null) {
            later.getEnumSymbols().stream()
                    .filter(symbol -> !earlier.hasEnumSymbol(symbol))
                    .forEach(symbol ->
                            objections.add(path + ": symbol " + symbol + " added, and readers have no default"));
        }
    }

    private void compareBranches(String path, Schema earlier, Schema later) {
        Set<String> before = names(earlier);
        Set<String> after = names(later);
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> objections.add(path + ": branch " + name + " removed"));
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> objections.add(path + ": branch " + name + " added"));
        for (Schema branch : earlier.getTypes()) {
            later.getTypes().stream()
                    .filter(other -> other.getFullName().equals(branch.getFullName()))
                    .forEach(other -> compare(path, branch, other));
        }
    }

    private static Set<String> names(Schema union) {
        Set<String> names = new HashSet<>();
        union.getTypes().forEach(type -> names.add(type.getFullName()));
        return names;
    }

    private static String nameOf(LogicalType type) {
        return type == null ? "none" : type.getName();
    }
}
