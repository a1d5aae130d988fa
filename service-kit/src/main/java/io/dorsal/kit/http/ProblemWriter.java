package io.dorsal.kit.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller was reached: in filters. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with a problem. */
    public void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        write(response, new ProblemException(status, detail));
    }

    /** Answers with a problem and its headers. */
    public void write(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }

    /** A problem as it is written. */
    String text(ProblemException problem) {
        return json.writeValueAsString(problem.body());
    }
}
