package io.dorsal.intake.form.http;

import io.dorsal.intake.preview.PreviewRules;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.pages.PageController;
import io.dorsal.kit.security.Caller;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /}: the form, empty. What a draft or an amendment fills in is for its script to fetch. */
@PageController
class FormController {

    private static final Logger LOG = LoggerFactory.getLogger(FormController.class);

    private final RenderedQuestions questions;
    private final PreviewRules rules;
    private final CallersClinic clinics;
    private final ClinicDirectory directory;

    FormController(RenderedQuestions questions, PreviewRules rules, CallersClinic clinics, ClinicDirectory directory) {
        this.questions = questions;
        this.rules = rules;
        this.clinics = clinics;
        this.directory = directory;
    }

    @GetMapping("/")
    String form(Caller caller, Model model) {
        Clinic clinic = clinics.of(caller);
        model.addAttribute(
                "form",
                new FormView(
                        clinic.id() + "/" + caller.subject(),
                        directory.onCallPhoneOf(clinic.network()).orElse(null),
                        questions.html(rules.hasOwn(clinic.network())),
                        words(clinic)));
        return "form/intake";
    }

    /** Without the rules there is a form all the same. */
    private Map<String, String> words(Clinic clinic) {
        try {
            return DecisionWords.of(rules.engine(clinic.network()).ruleset());
        } catch (RuntimeException e) {
            LOG.warn("The form has no words for decisions, since the rules cannot be loaded: {}", FailureTrace.of(e));
            return Map.of();
        }
    }
}
