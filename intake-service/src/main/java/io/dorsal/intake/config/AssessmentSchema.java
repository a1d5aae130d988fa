package io.dorsal.intake.config;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes an assessment with all its questions, from the vocabulary that reads it. */
final class AssessmentSchema {

    static final String NAME = "Assessment";

    private static final String PATIENT = "patient";

    private AssessmentSchema() {}

    static Schema<?> of(Vocabulary vocabulary) {
        Schema<?> assessment = new ObjectSchema()
                .description("Every answer may be left out, or null: it is then not answered, which is never a no.")
                .addProperty(
                        "assessedAt",
                        new StringSchema()
                                .format("date-time")
                                .description("when the patient was assessed, if not now; not in the future"));
        for (String group : vocabulary.groups()) {
            assessment.addProperty(group, groupOf(vocabulary, group));
            if (isRequired(vocabulary, group)) {
                assessment.addRequiredItem(group);
            }
        }
        return closed(assessment);
    }

    private static boolean isRequired(Vocabulary vocabulary, String group) {
        return vocabulary.group(group).stream().anyMatch(Question::required);
    }

    private static Schema<?> groupOf(Vocabulary vocabulary, String name) {
        Schema<?> group = new ObjectSchema();
        if (name.equals(PATIENT)) {
            group.addProperty(
                            "reference",
                            new StringSchema()
                                    .minLength(1)
                                    .maxLength(Assessment.LONGEST_REFERENCE)
                                    .description("the clinic's own pseudonymous key of the patient, never a name"))
                    .addRequiredItem("reference");
        }
        for (Question question : vocabulary.group(name)) {
            group.addProperty(question.name(), answerTo(question).description(description(question)));
            if (question.required()) {
                group.addRequiredItem(question.name());
            }
        }
        return closed(group);
    }

    private static Schema<?> answerTo(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo() -> new BooleanSchema();
            case AnswerType.WholeNumber(int min, int max) ->
                new IntegerSchema().minimum(BigDecimal.valueOf(min)).maximum(BigDecimal.valueOf(max));
            case AnswerType.OneOf(List<String> symbols) -> oneOf(symbols);
            case AnswerType.SetOf set ->
                new ArraySchema().items(oneOf(set.symbols())).minItems(set.atLeast());
        };
    }

    private static Schema<?> oneOf(List<String> symbols) {
        StringSchema schema = new StringSchema();
        schema.setEnum(symbols);
        return schema;
    }

    private static String description(Question question) {
        if (question.meanings().isEmpty()) {
            return question.asks();
        }
        return question.meanings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(meaning -> meaning.getKey() + ": " + meaning.getValue())
                .collect(Collectors.joining("; ", question.asks() + " (", ")"));
    }

    /** Unknown members are refused. */
    private static Schema<?> closed(Schema<?> object) {
        object.setAdditionalProperties(false);
        return object;
    }
}
