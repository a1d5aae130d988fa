package io.dorsal.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows problems to people: a browser that asked for a page gets one. */
public interface ProblemRendering {

    /** True where this request is to be answered with a page. */
    boolean renders(HttpServletRequest request);

    /** Answers with a page that tells of a problem. */
    void render(HttpServletRequest request, HttpServletResponse response, ProblemException problem) throws IOException;
}
