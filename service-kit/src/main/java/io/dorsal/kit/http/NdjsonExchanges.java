package io.dorsal.kit.http;

import io.dorsal.kit.http.LineReader.Line;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers NDJSON bodies line by line, in order, while they are still coming in: so many at once, and so many bytes read
 * ahead of the answers in all of them together.
 *
 * <p>A body that breaks off, or an answer that cannot be made, ends the exchange so that it does not look whole: with a
 * problem where no line has been answered yet, else with a connection that breaks. What was read whole before is
 * answered first.
 */
public final class NdjsonExchanges {

    /** Answers lines that follow each other, and may so share what each would cost alone. */
    @FunctionalInterface
    public interface WindowAnswer {

        /**
         * The answers, each as one line of JSON without its end; as many as there are lines, and in their order.
         *
         * @param first the number of the first line, from 1; blank lines do not count
         */
        List<byte[]> to(int first, List<Line> window) throws InterruptedException;
    }

    private static final int BUFFER = 16 * 1024;

    private final Semaphore exchanges;
    private final ReadAhead ahead;

    /**
     * @param atOnce how many bodies are answered at once
     * @param bytesAhead how much is read ahead of the answers, in all exchanges together
     */
    public NdjsonExchanges(int atOnce, long bytesAhead) {
        this.exchanges = new Semaphore(atOnce);
        this.ahead = new ReadAhead(bytesAhead);
    }

    /**
     * Answers every line of a request, as many together as have come in by then.
     *
     * @param most lines in a window
     * @throws ProblemException 429 while as many others are being answered as may be
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, int most, WindowAnswer answer)
            throws IOException {
        if (!exchanges.tryAcquire()) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "Too many streams at once. Try again.")
                    .retryAfterSeconds(1);
        }
        try {
            Runnable beforeLine = LimitedRequest.lift(request);
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            LineReader reader = new LineReader(new BufferedInputStream(request.getInputStream(), BUFFER));
            new NdjsonExchange(reader, beforeLine, ahead, most).run(response.getOutputStream(), answer);
        } finally {
            exchanges.release();
        }
    }

    /** How much is read ahead now, in bytes. */
    long held() {
        return ahead.held();
    }
}
