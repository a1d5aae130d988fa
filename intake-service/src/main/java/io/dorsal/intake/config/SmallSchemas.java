package io.dorsal.intake.config;

import io.dorsal.rules.assessment.Assessment;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;

/** The small bodies of the API that no class stands for. */
final class SmallSchemas {

    static final String PROBLEM = "Problem";
    static final String PATIENT_SEARCH = "PatientSearch";

    private static final String ASSESSMENT_MEMBER = "assessment";
    static final String BULK_LINE = "BulkLine";
    static final String BULK_ANSWER = "BulkAnswer";

    private SmallSchemas() {}

    static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem as RFC 9457 has it. No text in it repeats an answer or a reference.")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error()).description("all that is wrong, with 400"))
                .addProperty(
                        "assessmentId",
                        new StringSchema().format("uuid").description("with 503 on submitting or amending"))
                .addProperty(
                        "idempotencyKey",
                        new StringSchema()
                                .description("with 503 on submitting: the key to submit the same again under"));
    }

    static Schema<?> bulkLine() {
        Schema<?> line = new ObjectSchema()
                .description("One line of an upload, of at most 64 KiB. Blank lines are skipped, and not counted.");
        line.addProperty(
                        "idempotencyKey",
                        new StringSchema()
                                .minLength(1)
                                .maxLength(128)
                                .description("where there is none, the same content is the same assessment"))
                .addProperty(ASSESSMENT_MEMBER, new Schema<>().$ref("#/components/schemas/" + AssessmentSchema.NAME))
                .addRequiredItem(ASSESSMENT_MEMBER);
        line.setAdditionalProperties(false);
        return line;
    }

    static Schema<?> bulkAnswer() {
        return new ObjectSchema()
                .description("The answer to a line: the id of its assessment, or why it was not accepted.")
                .addProperty("line", new IntegerSchema().minimum(BigDecimal.ONE))
                .addProperty("assessmentId", new StringSchema().format("uuid"))
                .addProperty("problem", new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    }

    private static Schema<?> error() {
        return new ObjectSchema()
                .addProperty("path", new StringSchema().example("pain.severity"))
                .addProperty("message", new StringSchema());
    }

    static Schema<?> patientSearch() {
        Schema<?> reference = new StringSchema().minLength(1).maxLength(Assessment.LONGEST_REFERENCE);
        Schema<?> search = new ObjectSchema();
        search.addProperty("patientReference", reference).addRequiredItem("patientReference");
        search.setAdditionalProperties(false);
        return search;
    }
}
