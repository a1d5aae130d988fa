package io.dorsal.kit.http;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MultipartException;

/**
 * Judges the failure of a request: whose it is, and what it is answered with. Only a failure of ours or of what we
 * depend on is a server error, and only that is logged.
 */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int CAUSES = 20;
    private static final int RETRY_SECONDS = 5;

    private Failures() {}

    /** The problem that a failure is answered with. */
    public static ProblemException asProblem(Throwable failure) {
        return causes(failure)
                .map(Failures::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unknown(failure));
    }

    /** True where the sender broke the body off, or framed it wrongly. */
    static boolean isOfTheBody(Throwable failure) {
        return causes(failure).anyMatch(UnreadableBodyException.class::isInstance);
    }

    /** True where the sender took too long. */
    static boolean isSlowness(Throwable failure) {
        return causes(failure).anyMatch(SlowBodyException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(CAUSES);
    }

    private static Optional<ProblemException> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case ProblemException problem -> problem;
                    case BodyTooLargeException tooLarge -> tooLarge(tooLarge.limit());
                    case SlowBodyException _ ->
                        new ProblemException(HttpStatus.REQUEST_TIMEOUT, "The body took too long to arrive.");
                    case InvalidParameterException refused when isTooLarge(refused) -> tooLarge(BodyLimitFilter.LIMIT);
                    case InvalidParameterException _ ->
                        bad("The query is not well formed, or has too many parameters.");
                    case UnreadableBodyException _, BadRequestException _, MultipartException _ ->
                        bad("The body could not be read to its end.");
                    case RequestRejectedException _ -> bad("The request line or a header has what they must not have.");
                    case JwtDecoderInitializationException _, AuthenticationServiceException _ ->
                        away("The identity provider cannot be reached. Try again.", cause);
                    default -> null;
                });
    }

    private static ProblemException unknown(Throwable failure) {
        if (failure instanceof IOException) {
            // Of the connection: what is thrown by what we depend on is wrapped by its client.
            return bad("The connection broke while the request was answered.");
        }
        if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
            return away("A part of the platform is away. Try again.", failure);
        }
        LOG.error("A request failed unexpectedly: {}", FailureTrace.of(failure));
        return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "The request failed unexpectedly.");
    }

    private static boolean isTooLarge(InvalidParameterException refused) {
        return refused.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "The body exceeds %d bytes.".formatted(limit));
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    private static ProblemException away(String detail, Throwable cause) {
        LOG.warn("A request failed because something is away: {}", FailureTrace.of(cause));
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail).retryAfterSeconds(RETRY_SECONDS);
    }
}
