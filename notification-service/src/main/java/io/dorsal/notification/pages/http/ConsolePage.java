package io.dorsal.notification.pages.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.pages.PageController;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.notification.policy.CurrentPolicies;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code GET /}: the on-call console; with {@code ?alert=<id>}, that alert is opened. What it shows, its script reads from
 * the API: here are only the names, which hold while the database is away.
 */
@PageController
class ConsolePage {

    private final ClinicDirectory clinics;
    private final CurrentPolicies policies;

    ConsolePage(ClinicDirectory clinics, CurrentPolicies policies) {
        this.clinics = clinics;
        this.policies = policies;
    }

    @GetMapping("/")
    String console(Caller caller, Model model) {
        model.addAttribute("clinics", clinicsOf(caller));
        model.addAttribute("phones", onCallPhonesOf(caller));
        model.addAttribute("contacts", policies.get().contacts());
        return "console";
    }

    /** For their names; of another network's clinics nobody is told. */
    private List<Clinic> clinicsOf(Caller caller) {
        return clinics.all().stream()
                .filter(clinic -> caller.is(Role.ADMIN) || caller.networks().contains(clinic.network()))
                .toList();
    }

    /** Where clinics would call, and colleagues are to be found when this page knows nothing. */
    private List<String> onCallPhonesOf(Caller caller) {
        return caller.networks().stream()
                .sorted()
                .map(clinics::onCallPhoneOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
