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
import org.springframework.http.MediaType;

/**
 * Answers an NDJSON body line by line, in order, while it is still coming in. Lines are read ahead by a thread of their
 * own, so that a caller who reads no answer before it has sent all is not left waiting for us, up to 64 MiB ahead.
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

    private static final int READ_AHEAD_KIB = 64 * 1024;

    private final BlockingQueue<Ahead> lines = new LinkedBlockingQueue<>();
    private final Semaphore space = new Semaphore(READ_AHEAD_KIB);
    private final LineReader reader;

    private NdjsonExchange(LineReader reader) {
        this.reader = reader;
    }

    /** Answers every line of a request. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, LineAnswer answer)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        LimitedRequest.lift(request);
        NdjsonExchange exchange = new NdjsonExchange(new LineReader(new BufferedInputStream(request.getInputStream())));
        Thread ahead = Thread.ofVirtual().name("ndjson-read-ahead").start(exchange::readAhead);
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 16 * 1024)) {
            exchange.answerAll(out, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", e);
        } finally {
            ahead.interrupt();
        }
    }

    private void answerAll(OutputStream out, LineAnswer answer) throws IOException, InterruptedException {
        for (int number = 1; ; number++) {
            Ahead next = lines.poll();
            if (next == null) {
                out.flush();
                next = lines.take();
            }
            switch (next) {
                case Ahead.Failed(IOException failure) -> throw failure;
                case Ahead.Read(Line.End _, int _) -> {
                    return;
                }
                case Ahead.Read(Line line, int kib) -> {
                    out.write(answer.to(number, line));
                    out.write('\n');
                    space.release(kib);
                }
            }
        }
    }

    private void readAhead() {
        try {
            Line line;
            do {
                line = reader.next();
                int kib = line instanceof Line.Text(byte[] bytes) ? bytes.length / 1024 + 1 : 1;
                space.acquire(kib);
                lines.add(new Ahead.Read(line, kib));
            } while (!(line instanceof Line.End));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            lines.add(new Ahead.Failed(e));
        }
    }

    private sealed interface Ahead {

        record Read(Line line, int kib) implements Ahead {}

        record Failed(IOException failure) implements Ahead {}
    }
}
