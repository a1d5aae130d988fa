package io.dorsal.intake.form.http;

import io.dorsal.intake.form.Asking;
import io.dorsal.intake.form.Item;
import io.dorsal.intake.form.Item.Choice;
import io.dorsal.intake.form.Questionnaire;
import io.dorsal.intake.form.Requirement;
import io.dorsal.intake.form.Section;
import io.dorsal.intake.form.http.FormView.ItemView;
import io.dorsal.intake.form.http.FormView.SectionView;
import io.dorsal.rules.vocabulary.AnswerType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows a questionnaire. */
final class FormViews {

    private static final Choice NOT_ASKED = new Choice("notAsked", "Not asked", "");
    private static final Choice NONE_OF_THESE = new Choice("none", "None of these", "");
    private static final String IS_THERE = "true";
    private static final String WITH_FIGURE = "pain.regions";

    /** Up to here a number is chosen from a scale. */
    private static final int LARGEST_SCALE = 10;

    private final JsonMapper json;

    FormViews(JsonMapper json) {
        this.json = json;
    }

    List<SectionView> of(Questionnaire questionnaire) {
        return questionnaire.sections().stream().map(this::section).toList();
    }

    private SectionView section(Section section) {
        return new SectionView(
                section.id(),
                section.title(),
                section.hint(),
                section.folded().isEmpty() ? null : json(section.folded()),
                section.items().stream().map(this::item).toList());
    }

    private ItemView item(Item item) {
        AnswerType type = item.question().type();
        boolean isNumber = type instanceof AnswerType.WholeNumber;
        return new ItemView(
                item.question().path(),
                kind(item),
                item.name(),
                item.asks(),
                item.unit(),
                item.question().required() ? IS_THERE : null,
                item.screened() ? IS_THERE : null,
                item.asking() instanceof Asking.Where(var oneOf, var _) ? json(oneOf) : null,
                isNumber ? ((AnswerType.WholeNumber) type).min() : 0,
                isNumber ? ((AnswerType.WholeNumber) type).max() : 0,
                choices(item));
    }

    private static String kind(Item item) {
        return switch (item.question().type()) {
            case AnswerType.YesNo _ -> "yesNo";
            case AnswerType.OneOf _ -> "oneOf";
            case AnswerType.SetOf _ -> item.question().path().equals(WITH_FIGURE) ? "regions" : "setOf";
            case AnswerType.WholeNumber(int _, int max) -> max <= LARGEST_SCALE ? "scale" : "number";
        };
    }

    private static List<Choice> choices(Item item) {
        return switch (item.question().type()) {
            case AnswerType.YesNo _ -> with(item.choices(), NOT_ASKED);
            case AnswerType.OneOf _ -> with(item.choices(), NOT_ASKED);
            case AnswerType.SetOf set -> set.atLeast() > 0 ? item.choices() : with(item.choices(), NONE_OF_THESE);
            case AnswerType.WholeNumber(int min, int max) ->
                max > LARGEST_SCALE
                        ? List.of()
                        : Stream.iterate(min, number -> number <= max, number -> number + 1)
                                .map(number -> new Choice(number.toString(), number.toString(), ""))
                                .toList();
        };
    }

    private static List<Choice> with(List<Choice> choices, Choice another) {
        return Stream.concat(choices.stream(), Stream.of(another)).toList();
    }

    private @Nullable String json(List<Requirement> requirements) {
        return json.writeValueAsString(
                requirements.stream().map(FormViews::asMap).toList());
    }

    private static Map<String, Object> asMap(Requirement requirement) {
        String path = requirement.question().path();
        return switch (requirement) {
            case Requirement.Among(var _, var values) -> Map.of("path", path, "among", values);
            case Requirement.NotAmong(var _, var values) -> Map.of("path", path, "notAmong", values);
            case Requirement.AtLeast(var _, int number) -> Map.of("path", path, "atLeast", number);
        };
    }
}
