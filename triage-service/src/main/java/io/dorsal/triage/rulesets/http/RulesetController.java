package io.dorsal.triage.rulesets.http;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.triage.rulesets.EffectiveRulesets;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the ruleset in force, so that everybody can read what decides and where it comes from. */
@RestController
class RulesetController {

    private final EffectiveRulesets rulesets;
    private final ClinicDirectory clinics;
    private final RulesetView current;

    RulesetController(EffectiveRulesets rulesets, ClinicDirectory clinics) {
        this.rulesets = rulesets;
        this.clinics = clinics;
        this.current = RulesetView.of(rulesets.plain().ruleset());
    }

    @GetMapping("/api/rulesets/current")
    RulesetView current() {
        return current;
    }

    /** By what a network decides. That of a network which the caller has nothing to do with is not to be found. */
    @GetMapping("/api/rulesets/effective")
    RulesetView effective(
            @Parameter(required = true) @RequestParam(required = false) @Nullable String network,
            @Parameter(hidden = true) Caller caller) {
        if (network == null || network.isBlank()) {
            throw ProblemException.invalid(List.of(new FieldProblem("network", "network must be the id of a network")));
        }
        return rulesets.of(network)
                .filter(_ -> serves(caller, network))
                .map(effective -> RulesetView.of(network, effective))
                .orElseThrow(ProblemException::notFound);
    }

    private boolean serves(Caller caller, String network) {
        return caller.is(Role.ADMIN)
                || caller.networks().contains(network)
                || caller.clinicId()
                        .flatMap(clinics::networkOf)
                        .filter(network::equals)
                        .isPresent();
    }
}
