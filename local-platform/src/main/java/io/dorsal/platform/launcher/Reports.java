package io.dorsal.platform.launcher;

import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.client.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in lines what became of submissions. */
final class Reports {

    private static final int MOST_NAMED = 4;

    private Reports() {}

    static Report accepted(FiledAssessment assessment, UUID assessmentId) {
        return new Report(List.of("%s  %s  SUBMITTED".formatted(assessment.label(), assessmentId)), List.of());
    }

    /** Names each field that is wrong. */
    static Report refused(FiledAssessment assessment, Submitted.Refused refused) {
        JsonNode problem = refused.problem();
        List<String> complaints = new ArrayList<>();
        complaints.add("%s was refused: %d %s"
                .formatted(
                        assessment.label(),
                        refused.status(),
                        text(problem, problem.has("detail") ? "detail" : "title")));
        problem.path("errors")
                .forEach(error -> complaints.add("  %s %s".formatted(text(error, "path"), text(error, "message"))));
        return new Report(List.of(), complaints);
    }

    /** Tells the decision, its reasons, and where it led. */
    static Report outcome(FiledAssessment assessment, UUID assessmentId, Outcome outcome) {
        String heading = "%s  %s  ".formatted(assessment.label(), assessmentId);
        if (!outcome.status().equals("TRIAGED")) {
            return new Report(
                    List.of(),
                    List.of(heading + "is not decided: "
                            + (outcome.status().isEmpty() ? "it cannot be read" : "it is " + outcome.status())));
        }
        List<String> lines = new ArrayList<>();
        JsonNode read = outcome.read();
        lines.add(heading + outcome.urgency());
        read.path("decision").path("findings").forEach(finding -> lines.add("  " + finding(finding)));
        add(lines, "still open", list(read.path("decision").path("unansweredSafetyQuestions")));
        add(lines, "could be", couldBe(read.path("decision").path("openQuestions")));
        add(
                lines,
                "referred to",
                read.path("referrals")
                        .valueStream()
                        .map(referral -> text(referral, "queue"))
                        .toList());
        if (read.has("alert")) {
            add(lines, "alert", List.of(text(read.path("alert"), "alertId"), text(read.path("alert"), "state")));
        }
        return new Report(lines, missing(heading, outcome));
    }

    /** The worst that a missing answer could make of it, and which; the whole list is in the decision. */
    private static List<String> couldBe(JsonNode openQuestions) {
        String worst = openQuestions
                .valueStream()
                .map(open -> text(open, "couldRaiseTo"))
                .findFirst()
                .orElse("");
        List<String> paths = openQuestions
                .valueStream()
                .filter(open -> text(open, "couldRaiseTo").equals(worst))
                .map(open -> text(open, "path"))
                .toList();
        if (paths.isEmpty()) {
            return List.of();
        }
        String more = paths.size() > MOST_NAMED ? " and %d more".formatted(paths.size() - MOST_NAMED) : "";
        return List.of(worst + ", by " + paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more);
    }

    private static List<String> missing(String heading, Outcome outcome) {
        List<String> missing = new ArrayList<>();
        if (!outcome.hasItsAlert()) {
            missing.add(heading + "is an EMERGENCY, and no alert was raised in time");
        }
        if (!outcome.hasItsReferrals()) {
            missing.add(heading + "does not stand in all its queues in time");
        }
        return missing;
    }

    private static void add(List<String> lines, String what, List<String> values) {
        if (!values.isEmpty()) {
            lines.add("  %-12s %s".formatted(what, String.join(", ", values)));
        }
    }

    private static String finding(JsonNode finding) {
        String because = finding.path("because")
                .valueStream()
                .map(answer -> text(answer, "path") + " " + value(answer.path("value")))
                .collect(Collectors.joining(", "));
        return "%-12s %s%s"
                .formatted(text(finding, "rule"), text(finding, "title"), because.isEmpty() ? "" : ": " + because);
    }

    private static String value(JsonNode value) {
        if (value.isNull()) {
            return "not answered";
        }
        return value.isArray() ? String.join(" ", list(value)) : value.asString();
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
