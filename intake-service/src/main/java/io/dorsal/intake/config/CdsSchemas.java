package io.dorsal.intake.config;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The bodies that clients of CDS Hooks send, as far as they matter here; all else in them is passed over. */
final class CdsSchemas {

    static final String HOOK_REQUEST = "HookRequest";
    static final String FEEDBACK_REQUEST = "FeedbackRequest";

    private CdsSchemas() {}

    static Schema<?> hookRequest() {
        Schema<?> context = new ObjectSchema();
        context.addProperty(
                        "patientId",
                        new StringSchema().description("the reference under which the clinic submits the patient"))
                .addRequiredItem("patientId");
        Schema<?> request = new ObjectSchema()
                .addProperty("hook", oneOf("patient-view"))
                .addProperty("hookInstance", new StringSchema().format("uuid"))
                .addProperty("context", context);
        List.of("hook", "hookInstance", "context").forEach(request::addRequiredItem);
        return request;
    }

    static Schema<?> feedbackRequest() {
        Schema<?> reason =
                new ObjectSchema().addProperty("system", new StringSchema()).addProperty("code", new StringSchema());
        Schema<?> one = new ObjectSchema()
                .addProperty("card", new StringSchema().format("uuid"))
                .addProperty("outcome", oneOf("accepted", "overridden"))
                .addProperty("overrideReason", new ObjectSchema().addProperty("reason", reason))
                .addProperty("outcomeTimestamp", new StringSchema().format("date-time"));
        List.of("card", "outcome", "outcomeTimestamp").forEach(one::addRequiredItem);
        Schema<?> request = new ObjectSchema()
                .addProperty(
                        "feedback", new ArraySchema().items(one).minItems(1).maxItems(100));
        request.addRequiredItem("feedback");
        return request;
    }

    private static Schema<?> oneOf(String... symbols) {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of(symbols));
        return schema;
    }
}
