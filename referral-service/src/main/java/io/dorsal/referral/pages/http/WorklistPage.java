package io.dorsal.referral.pages.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.pages.PageController;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.rules.decision.Queue;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code GET /}: the worklists of the caller's queues or, for a clinic, its own referrals. What they show, their scripts read
 * from the API.
 */
@PageController
class WorklistPage {

    private final ClinicDirectory clinics;
    private final String assessmentPages;

    /** @param assessmentPages where a clinic's browser finds the pages of its assessments */
    WorklistPage(ClinicDirectory clinics, @Value("${referral.assessment-pages}") String assessmentPages) {
        this.clinics = clinics;
        this.assessmentPages = assessmentPages;
    }

    @GetMapping("/")
    String worklist(Caller caller, Model model) {
        model.addAttribute("queues", Queue.values());
        model.addAttribute("clinics", clinicsOf(caller));
        if (caller.is(Role.SPECIALIST) || caller.is(Role.ADMIN)) {
            return "worklist";
        }
        model.addAttribute("assessmentPages", assessmentPages);
        return "clinic";
    }

    /** For their names; of another network's clinics nobody is told, and a clinic of its own alone. */
    private List<Clinic> clinicsOf(Caller caller) {
        return clinics.all().stream()
                .filter(clinic -> caller.is(Role.ADMIN)
                        || caller.networks().contains(clinic.network())
                        || clinic.id().equals(caller.clinic()))
                .toList();
    }
}
