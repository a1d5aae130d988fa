package io.dorsal.kit.http;

import io.dorsal.kit.http.LineReader.Line;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers an NDJSON body line by line, in order, while it is still coming in. Lines are read ahead by a thread of their
 * own, so that a caller who reads no answer before it has sent all is not left waiting for us, up to 64 MiB ahead in
 * all exchanges of the process together.
 *
 * <p>A body that breaks off, or an answer that cannot be made, ends the exchange so that it does not look whole: with a
 * problem where no line has been answered yet, else with a connection that breaks.
 */
public final class NdjsonExchange {

    /** Answers one line. */
    @FunctionalInterface
    public interface LineAnswer {

        /**
         * The answer to a line, as one line of JSON without its end.
         *
         * @param number the line's number, from 1; blank lines do not count
         */
        byte[] to(int number, Line line);
    }

    static final int AT_ONCE = 64;

    static final ReadAhead AHEAD = new ReadAhead(64L * 1024 * 1024);

    private static final Semaphore EXCHANGES = new Semaphore(AT_ONCE);
    private static final int BUFFER = 16 * 1024;
    private static final int OVERHEAD = 128;

    private final BlockingQueue<Ahead> lines = new LinkedBlockingQueue<>();
    private final LineReader reader;

    private NdjsonExchange(LineReader reader) {
        this.reader = reader;
    }

    /**
     * Answers every line of a request.
     *
     * @throws ProblemException 429 while 64 others are being answered
     */
    public static void answer(HttpServletRequest request, HttpServletResponse response, LineAnswer answer)
            throws IOException {
        if (!EXCHANGES.tryAcquire()) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "Too many streams at once. Try again.")
                    .retryAfterSeconds(1);
        }
        try {
            LimitedRequest.lift(request);
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            new NdjsonExchange(new LineReader(new BufferedInputStream(request.getInputStream(), BUFFER)))
                    .run(response.getOutputStream(), answer);
        } finally {
            EXCHANGES.release();
        }
    }

    private void run(OutputStream response, LineAnswer answer) throws IOException {
        Thread ahead = Thread.ofVirtual().name("ndjson-read-ahead").start(this::readAhead);
        try {
            OutputStream out = new BufferedOutputStream(response, BUFFER);
            answerAll(out, answer);
            out.flush(); // and not closed: closed after a failure, an answer would look whole
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", e);
        } finally {
            end(ahead);
        }
    }

    private void answerAll(OutputStream out, LineAnswer answer) throws IOException, InterruptedException {
        boolean written = false;
        for (int number = 1; ; number++) {
            Ahead next = lines.poll();
            if (next == null) {
                if (written) { // a flush of nothing would promise success before the first line is there
                    out.flush();
                }
                next = lines.take();
            }
            switch (next) {
                case Ahead.Broken(IOException failure) -> throw failure;
                case Ahead.Failed(RuntimeException failure) -> throw failure;
                case Ahead.Read(Line.End _, int bytes) -> {
                    AHEAD.give(bytes);
                    return;
                }
                case Ahead.Read(Line line, int bytes) -> {
                    try {
                        out.write(answer.to(number, line));
                        out.write('\n');
                    } finally {
                        AHEAD.give(bytes);
                    }
                    written = true;
                }
            }
        }
    }

    private void readAhead() {
        try {
            Line line;
            do {
                line = reader.next();
                int bytes = OVERHEAD + (line instanceof Line.Text(byte[] text) ? text.length : 0);
                AHEAD.take(bytes, lines::isEmpty);
                lines.add(new Ahead.Read(line, bytes));
            } while (!(line instanceof Line.End));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            lines.add(new Ahead.Broken(e));
        } catch (RuntimeException e) {
            lines.add(new Ahead.Failed(e));
        }
    }

    /** Waits for the reader: after this, Tomcat gives the request to somebody else. */
    private void end(Thread ahead) {
        ahead.interrupt();
        boolean interrupted = false;
        while (ahead.isAlive()) {
            try {
                ahead.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (Ahead left = lines.poll(); left != null; left = lines.poll()) {
            if (left instanceof Ahead.Read(Line _, int bytes)) {
                AHEAD.give(bytes);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private sealed interface Ahead {

        record Read(Line line, int bytes) implements Ahead {}

        record Broken(IOException failure) implements Ahead {}

        record Failed(RuntimeException failure) implements Ahead {}
    }
}
