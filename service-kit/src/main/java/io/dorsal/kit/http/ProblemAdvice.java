package io.dorsal.kit.http;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a request into a problem that repeats nothing of what was sent. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ProblemException problem) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BodyTooLargeException failure) {
        return on(new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "The body exceeds %d bytes.".formatted(failure.limit())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException failure) {
        return on(ProblemException.invalid(
                List.of(new FieldProblem(failure.getName(), failure.getName() + " is not of the form it must have"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception failure) {
        if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
            LOG.warn("A request failed because something is away: {}", FailureTrace.of(failure));
            return on(new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "A part of the platform is away. Try again.")
                    .retryAfterSeconds(5));
        }
        LOG.error("A request failed unexpectedly: {}", FailureTrace.of(failure));
        return on(new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "The request failed unexpectedly."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return rebuilt(on(tooLarge));
            }
        }
        return rebuilt(on(new ProblemException(HttpStatus.BAD_REQUEST, "The body is no JSON of the form asked for.")));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
        HttpStatus status = HttpStatus.resolve(statusCode.value());
        if (status == null) {
            status = HttpStatus.BAD_REQUEST;
        }
        // Spring's own texts may quote parameters and paths, so they are not passed on.
        return ResponseEntity.status(status)
                .headers(headers)
                .body(ProblemException.problem(status, "The request was refused: " + status.getReasonPhrase() + "."));
    }

    private static ResponseEntity<Object> rebuilt(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
