package io.dorsal.triage.rulesets.http;

import io.dorsal.rules.engine.TriageEngine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the ruleset in force, so that everybody can read what decides and where it comes from. */
@RestController
class RulesetController {

    private final RulesetView current;

    RulesetController(TriageEngine engine) {
        this.current = RulesetView.of(engine.ruleset());
    }

    @GetMapping("/api/rulesets/current")
    RulesetView current() {
        return current;
    }
}
