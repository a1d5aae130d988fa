package io.dorsal.intake.config;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import io.dorsal.rules.vocabulary.Vocabulary;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/** Adds to the description of the API what the controllers do not tell: bodies that they read themselves, and problems. */
final class ApiDescription implements OpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String NDJSON = "application/x-ndjson";

    private final Vocabulary vocabulary;

    ApiDescription(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSchemas(AssessmentSchema.NAME, AssessmentSchema.of(vocabulary))
                .addSchemas(SmallSchemas.PATIENT_SEARCH, SmallSchemas.patientSearch())
                .addSchemas(SmallSchemas.PROBLEM, SmallSchemas.problem())
                .addSchemas(CdsSchemas.HOOK_REQUEST, CdsSchemas.hookRequest())
                .addSchemas(CdsSchemas.FEEDBACK_REQUEST, CdsSchemas.feedbackRequest())
                .addSchemas(SmallSchemas.BULK_LINE, SmallSchemas.bulkLine())
                .addSchemas(SmallSchemas.BULK_ANSWER, SmallSchemas.bulkAnswer())
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        api.addSecurityItem(new SecurityRequirement().addList(TOKEN));

        Operation submit = operation(api, "/api/assessments", PathItem.HttpMethod.POST);
        takes(submit, AssessmentSchema.NAME);
        refuses(submit, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_CONTENT, TOO_MANY_REQUESTS);
        Operation bulk = operation(api, "/api/assessments/bulk", PathItem.HttpMethod.POST);
        bulk.setRequestBody(new RequestBody().required(true).content(of(NDJSON, SmallSchemas.BULK_LINE)));
        bulk.getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("A line for each line")
                                .content(of(NDJSON, SmallSchemas.BULK_ANSWER)));
        refuses(bulk, UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS);
        Operation search = operation(api, "/api/assessments/search", PathItem.HttpMethod.POST);
        takes(search, SmallSchemas.PATIENT_SEARCH);
        refuses(search, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);
        refuses(operation(api, "/api/assessments", PathItem.HttpMethod.GET));
        refuses(operation(api, "/api/assessments/stream", PathItem.HttpMethod.GET), TOO_MANY_REQUESTS);
        refuses(operation(api, "/api/assessments/{id}", PathItem.HttpMethod.GET), NOT_FOUND);
        operation(api, "/cds-services", PathItem.HttpMethod.GET).setSecurity(List.of());
        Operation guidance = operation(api, "/cds-services/{service}", PathItem.HttpMethod.POST);
        takes(guidance, CdsSchemas.HOOK_REQUEST);
        refuses(guidance, NOT_FOUND, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);
        Operation feedback = operation(api, "/cds-services/{service}/feedback", PathItem.HttpMethod.POST);
        takes(feedback, CdsSchemas.FEEDBACK_REQUEST);
        refuses(feedback, NOT_FOUND, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);
        Operation amend = operation(api, "/api/assessments/{id}", PathItem.HttpMethod.PUT);
        takes(amend, AssessmentSchema.NAME);
        refuses(
                amend,
                NOT_FOUND,
                PRECONDITION_FAILED,
                CONTENT_TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE,
                UNPROCESSABLE_CONTENT,
                PRECONDITION_REQUIRED,
                TOO_MANY_REQUESTS);
    }

    private static Operation operation(OpenAPI api, String path, PathItem.HttpMethod method) {
        PathItem item = Objects.requireNonNull(api.getPaths().get(path), path);
        return Objects.requireNonNull(item.readOperationsMap().get(method), path);
    }

    private static void takes(Operation operation, String schema) {
        operation.setRequestBody(new RequestBody().required(true).content(of("application/json", schema)));
    }

    private static void refuses(Operation operation, HttpStatus... more) {
        Stream.concat(Stream.of(BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, SERVICE_UNAVAILABLE), Arrays.stream(more))
                .sorted()
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                String.valueOf(status.value()),
                                new ApiResponse()
                                        .description(status.getReasonPhrase())
                                        .content(of("application/problem+json", SmallSchemas.PROBLEM))));
    }

    private static Content of(String type, String schema) {
        return new Content()
                .addMediaType(type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }
}
