package io.dorsal.kit.http;

import io.dorsal.kit.messaging.FailureTrace;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** The outermost filter: whatever fails further in, and no controller advice saw, ends here as a problem. */
final class ProblemFilter extends OncePerRequestFilter {

    /** The attribute of a request whose answer failed after it had begun: the failure. */
    static final String BROKEN_OFF = ProblemFilter.class.getName() + ".BROKEN_OFF";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

    private final ProblemWriter problems;

    ProblemFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                request.getParameterMap(); // a query that cannot be read is refused whether or not somebody reads it
                requireOneContentType(request);
            }
            chain.doFilter(request, response);
        } catch (Exception | StackOverflowError failure) {
            answer(request, response, failure);
        }
        if (request.getAttribute(BROKEN_OFF) instanceof Throwable failure) {
            answer(request, response, failure);
        }
    }

    /** A range of types is for Accept; Spring fails on it where it looks for the reason why it found no handler. */
    private static void requireOneContentType(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType != null && contentType.contains("*") && isRange(contentType)) {
            throw new ProblemException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must name one type.");
        }
    }

    private static boolean isRange(String contentType) {
        try {
            return !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false; // refused by whoever reads the body
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        if (Failures.isOfTheBody(failure)) {
            // Tomcat has marked the answer already, as 400 or, where it had begun, as one to break off.
            throw new BadRequestException("the body could not be read to its end");
        }
        if (response.isCommitted()) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(failure) && !Failures.isSlowness(failure)) {
                LOG.error("An answer failed midway, and is broken off: {}", FailureTrace.of(failure));
            }
            // The one failure that Tomcat neither logs with its texts nor takes for the proper end of an answer.
            throw new CloseNowException("an answer is broken off");
        }
        response.reset();
        problems.write(request, response, Failures.asProblem(failure));
    }
}
