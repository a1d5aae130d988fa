package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Operation outcomes, written without FHIR's model: who may not call is not worth loading it. */
public final class Outcomes {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "OperationOutcome";

    private Outcomes() {}

    /** What is wrong. */
    public static String error(List<Issue> issues, FhirFormat format) {
        return outcome("error", issues, format);
    }

    /** What there is to say of something that is not wrong. */
    public static String information(String text, FhirFormat format) {
        return outcome("information", List.of(new Issue("informational", text, null)), format);
    }

    private static String outcome(String severity, List<Issue> issues, FhirFormat format) {
        return switch (format) {
            case JSON -> json(severity, issues);
            case XML -> xml(severity, issues);
        };
    }

    private static String json(String severity, List<Issue> issues) {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", TYPE);
        for (Issue issue : issues) {
            ObjectNode one = outcome.withArray("issue").addObject();
            one.put("severity", severity).put("code", issue.code());
            one.putObject("details").put("text", issue.text());
            if (issue.expression() != null) {
                one.putArray("expression").add(issue.expression());
            }
        }
        return JSON.writeValueAsString(outcome);
    }

    private static String xml(String severity, List<Issue> issues) {
        return issues.stream()
                .map(issue -> "<issue>" + element("severity", severity) + element("code", issue.code()) + "<details>"
                        + element("text", issue.text()) + "</details>"
                        + (issue.expression() == null ? "" : element("expression", issue.expression())) + "</issue>")
                .collect(Collectors.joining(
                        "", "<OperationOutcome xmlns=\"http://hl7.org/fhir\">", "</OperationOutcome>"));
    }

    private static String element(String name, String value) {
        return "<" + name + " value=\"" + HtmlUtils.htmlEscape(value, "UTF-8") + "\"/>";
    }
}
