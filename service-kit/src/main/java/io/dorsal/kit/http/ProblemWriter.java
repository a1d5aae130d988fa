package io.dorsal.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller was reached: in filters. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final Supplier<Optional<ProblemRendering>> rendering;

    public ProblemWriter(JsonMapper json) {
        this(json, Optional::empty);
    }

    ProblemWriter(JsonMapper json, Supplier<Optional<ProblemRendering>> rendering) {
        this.json = json;
        this.rendering = rendering;
    }

    /** Answers this request with a problem, as a page where a browser asked for one. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        Optional<ProblemRendering> page = rendering.get().filter(pages -> pages.renders(request));
        if (page.isPresent()) {
            page.get().render(request, response, problem);
        } else {
            write(response, problem);
        }
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
