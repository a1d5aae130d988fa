package io.dorsal.referral.pages.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.pages.PageController;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.rules.decision.Queue;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /}: the worklists of the caller's queues. What they show, their script reads from the API. */
@PageController
class WorklistPage {

    private final ClinicDirectory clinics;

    WorklistPage(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    @GetMapping("/")
    String worklist(Caller caller, Model model) {
        model.addAttribute("queues", Queue.values());
        model.addAttribute("clinics", clinicsOf(caller));
        return "worklist";
    }

    /** For their names; of another network's clinics nobody is told. */
    private List<Clinic> clinicsOf(Caller caller) {
        return clinics.all().stream()
                .filter(clinic -> caller.is(Role.ADMIN) || caller.networks().contains(clinic.network()))
                .toList();
    }
}
