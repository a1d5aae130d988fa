package io.dorsal.intake.form.config;

import io.dorsal.intake.form.Asking;
import io.dorsal.intake.form.Item;
import io.dorsal.intake.form.Questionnaire;
import io.dorsal.intake.form.Requirement;
import io.dorsal.intake.form.Section;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the questionnaire that is packed with the service; the words that it leaves out are the vocabulary's. */
public final class QuestionnaireYaml {

    private static final String RESOURCE = "/form/questionnaire.yaml";
    private static final String EMERGENCY_SCREEN = "screen";

    private final Vocabulary vocabulary;

    private QuestionnaireYaml(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The questionnaire over a vocabulary. */
    public static Questionnaire read(Vocabulary vocabulary) {
        return new QuestionnaireYaml(vocabulary).questionnaire(tree());
    }

    private static JsonNode tree() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = Objects.requireNonNull(QuestionnaireYaml.class.getResourceAsStream(RESOURCE))) {
            return yaml.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Questionnaire questionnaire(JsonNode sections) {
        return Questionnaire.of(
                vocabulary, sections.valueStream().map(this::section).toList());
    }

    private Section section(JsonNode section) {
        return new Section(
                section.required("section").stringValue(),
                section.required("title").stringValue(),
                section.path("hint").asString(""),
                requirements(section.path("folded")),
                section.required("questions")
                        .valueStream()
                        .map(item -> item(item, section.required("section").stringValue()))
                        .toList());
    }

    private Item item(JsonNode item, String section) {
        Question question = vocabulary.question(item.required("path").stringValue());
        return new Item(
                question,
                item.required("name").stringValue(),
                item.path("asks").asString(question.asks()),
                item.path("unit").asString(""),
                section.equals(EMERGENCY_SCREEN) && !item.path("beside").asBoolean(false),
                choices(question, item.path("words"), item.path("meanings")),
                asking(item));
    }

    private static List<Item.Choice> choices(Question question, JsonNode words, JsonNode meanings) {
        List<String> symbols = switch (question.type()) {
            case AnswerType.YesNo _ -> List.of();
            case AnswerType.WholeNumber _ -> List.of();
            case AnswerType.OneOf oneOf -> oneOf.symbols();
            case AnswerType.SetOf setOf -> setOf.symbols();
        };
        return question.type() instanceof AnswerType.YesNo
                ? List.of(new Item.Choice("true", "Yes", ""), new Item.Choice("false", "No", ""))
                : symbols.stream()
                        .map(symbol -> new Item.Choice(
                                symbol,
                                words.path(symbol).asString(readable(symbol)),
                                meanings.path(symbol)
                                        .asString(question.meanings().getOrDefault(symbol, ""))))
                        .toList();
    }

    private static String readable(String symbol) {
        return symbol.charAt(0) + symbol.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Asking asking(JsonNode item) {
        List<Requirement> oneOf = requirements(item.path("where"));
        return oneOf.isEmpty()
                ? new Asking.Always()
                : new Asking.Where(
                        oneOf,
                        Asking.Needless.valueOf(
                                item.required("otherwise").stringValue().toUpperCase(Locale.ROOT)));
    }

    private List<Requirement> requirements(JsonNode byPath) {
        List<Requirement> requirements = new ArrayList<>();
        byPath.forEachEntry((path, required) -> requirements.add(requirement(vocabulary.question(path), required)));
        return requirements;
    }

    private static Requirement requirement(Question question, JsonNode required) {
        if (required.isArray()) {
            return new Requirement.Among(question, values(required));
        }
        return required.has("not")
                ? new Requirement.NotAmong(question, values(required.required("not")))
                : new Requirement.AtLeast(question, required.required("atLeast").intValue());
    }

    private static Set<String> values(JsonNode values) {
        Set<String> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add(value.stringValue()));
        return texts;
    }
}
