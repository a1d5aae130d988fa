package io.dorsal.intake.form.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.form.config.QuestionnaireYaml;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

class RenderedQuestionsTest {

    /** Frame, style and scripts weigh half as much, and all together are to stay below 150 kB. */
    private static final int HEAVIEST = 65_000;

    private final RenderedQuestions questions = new RenderedQuestions(
            QuestionnaireYaml.read(VocabularyYaml.vocabulary()), new FormViews(JsonMapper.shared()), templates());

    @Test
    void everyQuestionIsAskedOnceAndNothingIsChosenBeforehand() {
        String html = questions.html(false);

        assertThat(Pattern.compile("data-path=\"([^\"]+)\"")
                        .matcher(html)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(VocabularyYaml.vocabulary().questions().stream()
                        .map(Question::path)
                        .toList());
        assertThat(html).doesNotContainPattern(" checked\\b").contains("value=\"notAsked\"");
        assertThat(html.length()).isLessThan(HEAVIEST);
    }

    @Test
    void whereOtherRulesDecideMoreIsAsked() {
        assertThat(conditions(questions.html(true))).isLessThan(conditions(questions.html(false)));
    }

    private static long conditions(String html) {
        return Pattern.compile("data-where=").matcher(html).results().count();
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
