package io.dorsal.intake.form.http;

import io.dorsal.intake.form.Questionnaire;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The questions as HTML. They are the same for all whom the same rules decide about, and are rendered once. */
final class RenderedQuestions {

    private final Questionnaire questionnaire;
    private final FormViews views;
    private final ITemplateEngine templates;
    private final Map<Boolean, String> rendered = new ConcurrentHashMap<>();

    RenderedQuestions(Questionnaire questionnaire, FormViews views, ITemplateEngine templates) {
        this.questionnaire = questionnaire;
        this.views = views;
        this.templates = templates;
    }

    /** @param forOtherRules whether other rules decide than the packed ones */
    String html(boolean forOtherRules) {
        return rendered.computeIfAbsent(
                forOtherRules, others -> render(others ? questionnaire.forOtherRules() : questionnaire));
    }

    private String render(Questionnaire asked) {
        return templates.process("form/sections", new Context(Locale.ENGLISH, Map.of("sections", views.of(asked))));
    }
}
