package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.cdshooks.http.Card.Indicator;
import io.dorsal.intake.cdshooks.http.Card.Link;
import io.dorsal.intake.cdshooks.http.Card.Source;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Standing;
import io.dorsal.rules.decision.Urgency;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows decisions as cards. Rules, what they ask for and what became of it are shown; answers and the patient are not. */
final class Cards {

    private static final int SUMMARY_BELOW = 140;
    private static final String ELLIPSIS = "…";

    private final JsonMapper json;
    private final URI rules;

    /**
     * @param rules where the rules can be read
     */
    Cards(JsonMapper json, URI rules) {
        this.json = json;
        this.rules = rules;
    }

    /**
     * The decision that stands.
     *
     * @param page where the assessment is shown to people
     */
    Card of(AssessmentView view, URI page) {
        Standing standing = Standing.of(view);
        Decided decided = standing.decision().orElseThrow();
        JsonNode decision = json.readTree(decided.document());
        return new Card(
                decided.decisionId(),
                summary(decided.urgency(), decision),
                CardDetail.of(standing, decision),
                indicator(decided.urgency()),
                source(decision),
                OverrideReason.codings(),
                List.of(new Link("Open the assessment", page, "absolute")));
    }

    private static String summary(Urgency urgency, JsonNode decision) {
        JsonNode finding = decision.at("/findings/0/title");
        String summary = "Back pain, %s: %s"
                .formatted(urgency, finding.asStringOpt().orElse("nothing found that asks for a specialist"));
        return summary.length() < SUMMARY_BELOW
                ? summary
                : summary.substring(0, SUMMARY_BELOW - 1 - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static Indicator indicator(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> Indicator.critical;
            case URGENT -> Indicator.warning;
            case SOON, ROUTINE, SELF_CARE -> Indicator.info;
        };
    }

    /** Cites the rule that comes first: the most urgent. */
    private Source source(JsonNode decision) {
        String ruleset = "ruleset " + decision.path("rulesetVersion").asString("");
        JsonNode finding = decision.at("/findings/0");
        if (finding.isMissingNode()) {
            return new Source("Dorsal, " + ruleset, rules, null);
        }
        String rule = finding.path("rule").asString("");
        String sources = finding.path("sources")
                .valueStream()
                .map(source -> source.asString(""))
                .collect(Collectors.joining(", "));
        return new Source(
                "Dorsal, rule %s of %s; sources %s".formatted(rule, ruleset, sources),
                rules,
                new Coding("urn:dorsal:rule", rule, finding.path("title").asString(rule)));
    }
}
