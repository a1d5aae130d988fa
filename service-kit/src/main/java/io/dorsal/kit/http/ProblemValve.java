package io.dorsal.kit.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reports what Tomcat itself refuses, or what failed where no filter sees it, as a problem: without a stack trace, and
 * without the server's name and version.
 */
public final class ProblemValve extends ErrorReportValve {

    private final ProblemWriter problems;

    ProblemValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = statusOf(response);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            PrintWriter body = response.getReporter();
            if (body != null) { // null where somebody else has begun to write
                body.write(problems.text(
                        new ProblemException(status, "The request was refused: " + status.getReasonPhrase() + ".")));
                response.finishResponse();
            }
        } catch (IOException e) {
            // The caller has left.
        }
    }

    /** A method that Tomcat does not implement is the caller's fault, as everywhere else here. */
    private static HttpStatus statusOf(Response response) {
        return Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
                .filter(status -> status != HttpStatus.NOT_IMPLEMENTED)
                .orElse(HttpStatus.BAD_REQUEST);
    }
}
