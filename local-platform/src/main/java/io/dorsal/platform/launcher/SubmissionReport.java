package io.dorsal.platform.launcher;

import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.Submitted;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Prints what became of submissions: what was accepted where results go, what was not where errors go. */
final class SubmissionReport {

    private final Console console;
    private boolean good = true;

    SubmissionReport(Console console) {
        this.console = console;
    }

    /** Whether all went as it should. */
    boolean isGood() {
        return good;
    }

    void accepted(FiledAssessment assessment, UUID assessmentId) {
        print(assessment.label() + "  " + assessmentId + "  SUBMITTED");
    }

    void refused(FiledAssessment assessment, Submitted.Refused refused) {
        good = false;
        JsonNode problem = refused.problem();
        complain("%s was refused: %d %s"
                .formatted(
                        assessment.label(),
                        refused.status(),
                        problem.path("detail").asString(problem.path("title").asString(""))));
        problem.path("errors")
                .forEach(error -> complain("  %s %s"
                        .formatted(
                                error.path("path").asString(""),
                                error.path("message").asString(""))));
    }

    /** Prints an assessment as the clinic reads it. */
    void outcome(FiledAssessment assessment, JsonNode read) {
        JsonNode decision = read.path("decision");
        String id = read.path("assessmentId").asString("");
        if (!read.path("status").asString("").equals("TRIAGED")) {
            good = false;
            complain("%s  %s  is not decided: its status is %s"
                    .formatted(assessment.label(), id, read.path("status").asString("unknown")));
            return;
        }
        print("%s  %s  %s"
                .formatted(assessment.label(), id, decision.path("urgency").asString("")));
        decision.path("findings").forEach(this::finding);
        if (!decision.path("unansweredSafetyQuestions").isEmpty()) {
            print("  still open  " + joined(decision.path("unansweredSafetyQuestions"), ""));
        }
        if (!read.path("referrals").isEmpty()) {
            print("  referred to " + joined(read.path("referrals"), "queue"));
        }
        if (read.has("alert")) {
            print("  alert       %s %s"
                    .formatted(
                            read.path("alert").path("alertId").asString(""),
                            read.path("alert").path("state").asString("")));
        }
    }

    private void finding(JsonNode finding) {
        String because = finding.path("because")
                .valueStream()
                .map(answer -> answer.path("path").asString("") + " " + value(answer.path("value")))
                .collect(Collectors.joining(", "));
        print("  %-11s %s%s"
                .formatted(
                        finding.path("rule").asString(""),
                        finding.path("title").asString(""),
                        because.isEmpty() ? "" : ": " + because));
    }

    private static String value(JsonNode value) {
        if (value.isNull()) {
            return "not answered";
        }
        return value.isArray() ? joined(value, "") : value.asString();
    }

    private static String joined(JsonNode list, String member) {
        return list.valueStream()
                .map(one -> (member.isEmpty() ? one : one.path(member)).asString(""))
                .collect(Collectors.joining(", "));
    }

    private void print(String line) {
        console.out().println(line);
        console.out().flush();
    }

    private void complain(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
