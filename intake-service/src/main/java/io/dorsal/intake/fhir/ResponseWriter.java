package io.dorsal.intake.fhir;

import io.dorsal.fhir.Subjects;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Writes an assessment as a questionnaire response: what was not answered has no item. */
public final class ResponseWriter {

    private ResponseWriter() {}

    /** A revision of an assessment, as its clinic reads it. */
    public static QuestionnaireResponse write(
            UUID assessmentId,
            int revision,
            Instant receivedAt,
            @Nullable String patientReference,
            @Nullable Instant assessedAt,
            Answers answers) {
        QuestionnaireResponse response = write(patientReference, assessedAt, answers);
        response.setId(assessmentId.toString());
        response.getMeta().setVersionId(String.valueOf(revision)).setLastUpdated(Date.from(receivedAt));
        response.setAuthored(Date.from(receivedAt))
                .setSubject(Subjects.of(patientReference))
                .setStatus(revision == 1 ? QuestionnaireResponseStatus.COMPLETED : QuestionnaireResponseStatus.AMENDED);
        return response;
    }

    /** The answers alone, as a clinic could submit them. */
    static QuestionnaireResponse write(
            @Nullable String patientReference, @Nullable Instant assessedAt, Answers answers) {
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(Canonical.VERSIONED_QUESTIONNAIRE)
                .setStatus(QuestionnaireResponseStatus.COMPLETED);
        for (String name : answers.vocabulary().groups()) {
            QuestionnaireResponseItemComponent group = new QuestionnaireResponseItemComponent().setLinkId(name);
            if (name.equals(Items.PATIENT) && patientReference != null) {
                item(group, Items.REFERENCE).addAnswer().setValue(new StringType(patientReference));
            }
            answers.vocabulary().group(name).forEach(question -> write(group, question, answers));
            if (group.hasItem()) {
                response.addItem(group);
            }
            if (name.equals(Items.PATIENT) && assessedAt != null && isDateTime(assessedAt)) {
                response.addItem()
                        .setLinkId(Items.ASSESSED_AT)
                        .addAnswer()
                        .setValue(new DateTimeType(assessedAt.toString()));
            }
        }
        return response;
    }

    /** The years of FHIR begin with 1, those of JSON with 0. */
    private static boolean isDateTime(Instant time) {
        return time.atOffset(ZoneOffset.UTC).getYear() >= 1;
    }

    private static void write(QuestionnaireResponseItemComponent group, Question question, Answers answers) {
        if (!answers.isAnswered(question)) {
            return;
        }
        QuestionnaireResponseItemComponent item = item(group, question.path());
        int raw = answers.raw(question.index());
        switch (question.type()) {
            case AnswerType.YesNo _ -> item.addAnswer().setValue(new BooleanType(raw == 1));
            case AnswerType.WholeNumber _ -> item.addAnswer().setValue(new IntegerType(raw));
            case AnswerType.OneOf oneOf -> code(item, question, oneOf.symbols().get(raw));
            case AnswerType.SetOf setOf -> codes(item, question, setOf.subsets().get(raw));
        }
    }

    private static void codes(QuestionnaireResponseItemComponent item, Question question, List<String> symbols) {
        if (symbols.isEmpty()) {
            code(item, question, Items.NONE_OF_THESE);
        }
        symbols.forEach(symbol -> code(item, question, symbol));
    }

    private static void code(QuestionnaireResponseItemComponent item, Question question, String code) {
        item.addAnswer()
                .setValue(new Coding().setSystem(Canonical.answersTo(question)).setCode(code));
    }

    private static QuestionnaireResponseItemComponent item(QuestionnaireResponseItemComponent group, String linkId) {
        return group.addItem().setLinkId(linkId);
    }
}
