package io.dorsal.intake.pages.http;

import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.pages.PageController;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The clinic's list of assessments, and one of them. What they show, their scripts read from the API. */
@PageController
class AssessmentPages {

    private final String referralPages;

    /** @param referralPages where a clinic's browser finds its referrals */
    AssessmentPages(@Value("${intake.referral-pages}") String referralPages) {
        this.referralPages = referralPages;
    }

    @GetMapping("/assessments")
    String list(Model model) {
        model.addAttribute("referralPages", referralPages);
        return "assessments";
    }

    @GetMapping("/assessments/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("referralPages", referralPages);
        model.addAttribute("assessmentId", assessmentId(id));
        return "assessment";
    }

    private static UUID assessmentId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
