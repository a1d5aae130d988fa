package io.dorsal.intake.fhir;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.Systems;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the items of a questionnaire response, and goes on after an issue to find them all. Used once. */
public final class ResponseReader {

    private static final String ITEM = ".item[%d]";

    private final Vocabulary vocabulary;
    private final Map<String, AnswerValue> given = new HashMap<>();
    private final Map<String, String> expressions = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ResponseReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a response answers. */
    public static ResponseReading read(QuestionnaireResponse response, Vocabulary vocabulary) {
        return new ResponseReader(vocabulary).read(response);
    }

    private ResponseReading read(QuestionnaireResponse response) {
        Set<String> groups = Set.copyOf(vocabulary.groups());
        List<QuestionnaireResponseItemComponent> items = response.getItem();
        for (int i = 0; i < items.size(); i++) {
            QuestionnaireResponseItemComponent item = items.get(i);
            String at = ResponseReading.ROOT + ITEM.formatted(i);
            String linkId = String.valueOf(item.getLinkId());
            if (linkId.equals(Items.ASSESSED_AT)) {
                readQuestion(item, Items.ASSESSED_AT, DateTimeType.class, at);
            } else if (!groups.contains(linkId)) {
                issues.add(Issue.structure("This linkId is of no group of the questionnaire.", at));
            } else {
                readGroup(item, linkId, at);
            }
        }
        return new ResponseReading(given, expressions, issues);
    }

    private void readGroup(QuestionnaireResponseItemComponent group, String name, String at) {
        if (isRefused(group, name, at)) {
            notToldToBeMissing(name, at);
            return;
        }
        if (!group.getAnswer().isEmpty()) {
            issues.add(Issue.structure("A group has no answers of its own.", at));
        }
        Map<String, Question> questions =
                vocabulary.group(name).stream().collect(Collectors.toMap(Question::path, Function.identity()));
        List<QuestionnaireResponseItemComponent> items = group.getItem();
        for (int i = 0; i < items.size(); i++) {
            QuestionnaireResponseItemComponent item = items.get(i);
            String place = at + ITEM.formatted(i);
            String linkId = String.valueOf(item.getLinkId());
            Question question = questions.get(linkId);
            if (question != null) {
                readQuestion(item, question, place);
            } else if (name.equals(Items.PATIENT) && linkId.equals(Items.REFERENCE)) {
                readQuestion(item, Items.REFERENCE, StringType.class, place);
            } else {
                issues.add(Issue.structure("This linkId is of no question of its group.", place));
            }
        }
    }

    /** Whatever a group has that is refused as a whole. */
    private void notToldToBeMissing(String group, String at) {
        vocabulary.group(group).forEach(question -> expressions.putIfAbsent(question.path(), at));
        if (group.equals(Items.PATIENT)) {
            expressions.putIfAbsent(Items.REFERENCE, at);
        }
    }

    private void readQuestion(QuestionnaireResponseItemComponent item, Question question, String at) {
        switch (question.type()) {
            case AnswerType.YesNo _ -> readQuestion(item, question.path(), BooleanType.class, at);
            case AnswerType.WholeNumber _ -> readQuestion(item, question.path(), IntegerType.class, at);
            case AnswerType.OneOf _ -> {
                List<String> codes = codes(item, question, at);
                if (codes.size() > 1) {
                    issues.add(Issue.structure(question.path() + " takes one answer.", at));
                } else if (codes.size() == 1) {
                    given.put(question.path(), new AnswerValue.Symbol(codes.getFirst()));
                }
            }
            case AnswerType.SetOf type -> readSet(item, question, type, at);
        }
    }

    private void readSet(QuestionnaireResponseItemComponent item, Question question, AnswerType.SetOf type, String at) {
        List<String> codes = codes(item, question, at);
        if (codes.isEmpty()) {
            return;
        }
        if (!Items.mayBeNone(type) || !codes.contains(Items.NONE_OF_THESE)) {
            given.put(question.path(), new AnswerValue.Symbols(codes));
        } else if (Set.copyOf(codes).size() == 1) {
            given.put(question.path(), new AnswerValue.Symbols(List.of()));
        } else {
            issues.add(Issue.value(
                    question.path() + " is " + Items.NONE_OF_THESE + " or some of the others, not both.", at));
        }
    }

    /** The codes that answer an item; none where it is not answered, or one cannot be read. */
    private List<String> codes(QuestionnaireResponseItemComponent item, Question question, String at) {
        List<String> codes = new ArrayList<>();
        int before = issues.size();
        for (Answered<Coding> answer : answers(item, question.path(), Coding.class, at)) {
            String system = answer.value().getSystem();
            String code = answer.value().getCode();
            if (!Canonical.answersTo(question).equals(system) || code == null) {
                issues.add(new Issue(
                        "code-invalid",
                        question.path() + " takes codes of " + Canonical.answersTo(question) + ".",
                        answer.at()));
            } else {
                codes.add(code);
            }
        }
        return issues.size() > before ? List.of() : codes;
    }

    private void readQuestion(
            QuestionnaireResponseItemComponent item, String path, Class<? extends Type> type, String at) {
        List<? extends Answered<? extends Type>> answers = answers(item, path, type, at);
        if (answers.size() > 1) {
            issues.add(Issue.structure(path + " takes one answer.", at));
        } else if (answers.size() == 1) {
            given.put(path, simple(answers.getFirst().value()));
        }
    }

    private static AnswerValue simple(Type value) {
        return switch (value) {
            case BooleanType flag -> new AnswerValue.Flag(flag.booleanValue());
            case IntegerType number -> new AnswerValue.Whole(number.getValue());
            default -> new AnswerValue.Symbol(value.primitiveValue());
        };
    }

    /** The values of an item's answers; none where one is not of the type that it must be. */
    private <T extends Type> List<Answered<T>> answers(
            QuestionnaireResponseItemComponent item, String path, Class<T> type, String at) {
        if (isRefused(item, path, at)) {
            return List.of();
        }
        if (!item.getItem().isEmpty()) {
            issues.add(Issue.structure(path + " has no items below it.", at));
        }
        List<Answered<T>> values = new ArrayList<>();
        int before = issues.size();
        List<QuestionnaireResponseItemAnswerComponent> answers = item.getAnswer();
        for (int i = 0; i < answers.size(); i++) {
            QuestionnaireResponseItemAnswerComponent answer = answers.get(i);
            String place = at + ".answer[%d]".formatted(i);
            if (i == 0) {
                expressions.put(path, answers.size() == 1 ? place : at);
            }
            T value = value(answer, type);
            if (answer.hasModifierExtension()) {
                issues.add(notUnderstood(place));
            } else if (value == null || answer.hasItem() || isAbsent(item) || isAbsent(answer) || isAbsent(value)) {
                issues.add(Issue.value(path + " must be answered by " + named(type) + ", or have no answer.", place));
            } else {
                values.add(new Answered<>(value, place));
            }
        }
        return issues.size() > before ? List.of() : values;
    }

    /** Whoever says why there is no answer has not given one, whatever stands beside it. */
    private static boolean isAbsent(Element element) {
        return element.hasExtension(Systems.ABSENT_REASON);
    }

    private static Issue notUnderstood(String at) {
        return new Issue("extension", "There is a modifierExtension, which is not understood.", at);
    }

    private static <T extends Type> @Nullable T value(QuestionnaireResponseItemAnswerComponent answer, Class<T> type) {
        Type value = answer.getValue();
        if (value == null || value.getClass() != type || isWithoutValue(value)) {
            return null;
        }
        return type.cast(value);
    }

    /** A primitive whose text could not be read keeps the text, and has no value. */
    private static boolean isWithoutValue(Type value) {
        return value instanceof PrimitiveType<?> primitive && primitive.getValue() == null;
    }

    private static String named(Class<? extends Type> type) {
        String name = type.getSimpleName();
        return "a value" + (name.endsWith("Type") ? name.substring(0, name.length() - 4) : name) + " that is valid";
    }

    private boolean isRefused(QuestionnaireResponseItemComponent item, String path, String at) {
        if (item.hasModifierExtension()) {
            issues.add(notUnderstood(at));
            expressions.putIfAbsent(path, at);
            return true;
        }
        if (!seen.add(path)) {
            issues.add(Issue.structure(path + " must not be given more than once.", at));
            return true;
        }
        expressions.put(path, at);
        return false;
    }

    private record Answered<T extends Type>(T value, String at) {}
}
