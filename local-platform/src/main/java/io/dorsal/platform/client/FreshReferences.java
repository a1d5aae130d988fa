package io.dorsal.platform.client;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes patient references new, so that what was submitted before does not count as an earlier visit of the same
 * patient. Assessments of one patient stay assessments of one patient.
 */
public final class FreshReferences implements UnaryOperator<ObjectNode> {

    private final Map<String, String> references = new HashMap<>();

    @Override
    public ObjectNode apply(ObjectNode assessment) {
        if (assessment.get("patient") instanceof ObjectNode patient) {
            patient.path("reference")
                    .asStringOpt()
                    .ifPresent(old -> patient.put("reference", references.computeIfAbsent(old, this::fresh)));
        }
        return assessment;
    }

    private String fresh(String old) {
        return "fresh-" + UUID.randomUUID();
    }
}
