package io.dorsal.intake.form;

import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every question of the vocabulary, once, in sections; what finds the most urgent comes first. */
public record Questionnaire(List<Section> sections) {

    public Questionnaire {
        sections = List.copyOf(sections);
    }

    /**
     * All of a vocabulary in sections.
     *
     * @throws IllegalArgumentException where a question is missing or asked twice
     */
    public static Questionnaire of(Vocabulary vocabulary, List<Section> sections) {
        Questionnaire questionnaire = new Questionnaire(sections);
        List<Question> asked =
                questionnaire.items().stream().map(Item::question).toList();
        Set<Question> missing = new HashSet<>(vocabulary.questions());
        asked.forEach(missing::remove);
        if (!missing.isEmpty() || asked.size() != vocabulary.size()) {
            throw new IllegalArgumentException("asks each question once; missing: " + missing);
        }
        return questionnaire;
    }

    /** All questions, as they come. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /**
     * For whom other rules decide than those of the packed ruleset: what is idle under that one may count under these, so
     * that it is asked.
     */
    public Questionnaire forOtherRules() {
        return new Questionnaire(
                sections.stream().map(Section::askedWhereItMakesSense).toList());
    }
}
