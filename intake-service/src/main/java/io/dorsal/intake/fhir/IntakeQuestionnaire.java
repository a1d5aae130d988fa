package io.dorsal.intake.fhir;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** The vocabulary as a questionnaire: a group for each of its groups, and each question under its path. */
public final class IntakeQuestionnaire {

    private static final String EXTENSION = "http://hl7.org/fhir/StructureDefinition/";
    private static final Map<String, String> TITLES = Map.of(
            "patient", "Patient",
            "pain", "Pain",
            "neuro", "Nerves and spinal cord",
            "systemic", "General symptoms",
            "referred", "Signs of a source other than the back",
            "thoracicOutlet", "Neck, shoulder and arm",
            "history", "History",
            "treatment", "Treatment so far");

    private final Vocabulary vocabulary;

    private IntakeQuestionnaire(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The questionnaire of a vocabulary. */
    public static Questionnaire of(Vocabulary vocabulary) {
        return new IntakeQuestionnaire(vocabulary).questionnaire();
    }

    private Questionnaire questionnaire() {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire
                .setUrl(Canonical.QUESTIONNAIRE)
                .setVersion(Canonical.QUESTIONNAIRE_VERSION)
                .setName("BackPainIntake")
                .setTitle("Back pain intake")
                .setStatus(PublicationStatus.ACTIVE)
                .setDescription(
                        "The assessment of a patient with back pain, as Dorsal triages it. A question that is left"
                                + " without an answer was not asked; that is never taken for a no.")
                .addSubjectType("Patient");
        questionnaire.setId(Canonical.QUESTIONNAIRE_ID);
        for (String group : vocabulary.groups()) {
            questionnaire.addItem(group(group));
            if (group.equals(Items.PATIENT)) {
                questionnaire.addItem(assessedAt());
            }
        }
        return questionnaire;
    }

    private QuestionnaireItemComponent group(String name) {
        QuestionnaireItemComponent group = item(name, TITLES.getOrDefault(name, name), QuestionnaireItemType.GROUP);
        if (name.equals(Items.PATIENT)) {
            group.addItem(item(
                            Items.REFERENCE,
                            "What is the clinic's own key of the patient (pseudonymous, never a name)?",
                            QuestionnaireItemType.STRING)
                    .setRequired(true)
                    .setMaxLength(Assessment.LONGEST_REFERENCE));
        }
        List<Question> questions = vocabulary.group(name);
        questions.forEach(question -> group.addItem(item(question)));
        group.setRequired(questions.stream().anyMatch(Question::required));
        return group;
    }

    private static QuestionnaireItemComponent assessedAt() {
        return item(
                Items.ASSESSED_AT,
                "When was the patient assessed, if not now (with the time and its zone)?",
                QuestionnaireItemType.DATETIME);
    }

    private QuestionnaireItemComponent item(Question question) {
        QuestionnaireItemComponent item = switch (question.type()) {
            case AnswerType.YesNo _ -> item(question, QuestionnaireItemType.BOOLEAN);
            case AnswerType.WholeNumber(int min, int max) -> bounded(question, min, max);
            case AnswerType.OneOf oneOf -> choice(question, oneOf.symbols());
            case AnswerType.SetOf setOf -> choices(question, setOf);
        };
        if (question.required()) {
            item.setRequired(true);
        }
        List<Applicability.When> enabling = Applicability.of(question.path());
        enabling.forEach(when -> item.addEnableWhen(enableWhen(when)));
        if (enabling.size() > 1) {
            item.setEnableBehavior(EnableWhenBehavior.ANY);
        }
        return item;
    }

    private static QuestionnaireItemComponent bounded(Question question, int min, int max) {
        QuestionnaireItemComponent item = item(question, QuestionnaireItemType.INTEGER);
        item.addExtension(EXTENSION + "minValue", new IntegerType(min));
        item.addExtension(EXTENSION + "maxValue", new IntegerType(max));
        return item;
    }

    private static QuestionnaireItemComponent choice(Question question, List<String> symbols) {
        QuestionnaireItemComponent item = item(question, QuestionnaireItemType.CHOICE);
        symbols.forEach(symbol -> item.addAnswerOption()
                .setValue(coding(question, symbol, question.meanings().getOrDefault(symbol, words(symbol)))));
        return item;
    }

    private static QuestionnaireItemComponent choices(Question question, AnswerType.SetOf type) {
        QuestionnaireItemComponent item = choice(question, type.symbols()).setRepeats(true);
        if (Items.mayBeNone(type)) {
            item.addAnswerOption()
                    .setValue(coding(question, Items.NONE_OF_THESE, "None of these"))
                    .addExtension(EXTENSION + "questionnaire-optionExclusive", new BooleanType(true));
        }
        return item;
    }

    private QuestionnaireItemEnableWhenComponent enableWhen(Applicability.When when) {
        QuestionnaireItemEnableWhenComponent enabling = new QuestionnaireItemEnableWhenComponent()
                .setQuestion(when.path())
                .setOperator(QuestionnaireItemOperator.EQUAL);
        return switch (when) {
            case Applicability.When.Unanswered _ ->
                enabling.setOperator(QuestionnaireItemOperator.EXISTS).setAnswer(new BooleanType(false));
            case Applicability.When.Chosen(String path, String symbol) ->
                enabling.setAnswer(new Coding()
                        .setSystem(Canonical.answersTo(vocabulary.question(path)))
                        .setCode(symbol));
            case Applicability.When.Yes _ -> enabling.setAnswer(new BooleanType(true));
        };
    }

    private static Coding coding(Question question, String code, String display) {
        return new Coding(Canonical.answersTo(question), code, display);
    }

    /** {@code LIFTING_OR_TWISTING} as {@code Lifting or twisting}. */
    private static String words(String symbol) {
        return symbol.charAt(0) + symbol.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static QuestionnaireItemComponent item(Question question, QuestionnaireItemType type) {
        return item(question.path(), question.asks(), type);
    }

    private static QuestionnaireItemComponent item(String linkId, String text, QuestionnaireItemType type) {
        return new QuestionnaireItemComponent().setLinkId(linkId).setText(text).setType(type);
    }
}
