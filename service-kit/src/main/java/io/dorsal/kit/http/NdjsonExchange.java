package io.dorsal.kit.http;

import io.dorsal.kit.http.LineReader.Line;
import io.dorsal.kit.http.NdjsonExchanges.WindowAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One of the {@link NdjsonExchanges}. Lines are read ahead by a thread of their own, so that a caller who reads no answer
 * before it has sent all is not left waiting for us, as far as reading ahead goes.
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

    static final NdjsonExchanges OF_ALL = new NdjsonExchanges(AT_ONCE, 64L * 1024 * 1024);

    private static final int BUFFER = 16 * 1024;
    private static final int OVERHEAD = 128;

    private final BlockingQueue<Ahead> lines = new LinkedBlockingQueue<>();
    private final LineReader reader;
    private final Runnable beforeLine;
    private final ReadAhead ahead;
    private final int most;

    NdjsonExchange(LineReader reader, Runnable beforeLine, ReadAhead ahead, int most) {
        this.reader = reader;
        this.beforeLine = beforeLine;
        this.ahead = ahead;
        this.most = most;
    }

    /**
     * Answers every line of a request, one after the other; up to 64 MiB are read ahead in all of these exchanges of the
     * process together.
     *
     * @throws ProblemException 429 while 64 others are being answered
     */
    public static void answer(HttpServletRequest request, HttpServletResponse response, LineAnswer answer)
            throws IOException {
        OF_ALL.answer(request, response, 1, (number, window) -> List.of(answer.to(number, window.getFirst())));
    }

    void run(OutputStream response, WindowAnswer answer) throws IOException {
        Thread reading = Thread.ofVirtual().name("ndjson-read-ahead").start(this::readAhead);
        try {
            OutputStream out = new BufferedOutputStream(response, BUFFER);
            answerAll(out, answer);
            out.flush(); // and not closed: closed after a failure, an answer would look whole
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", e);
        } finally {
            end(reading);
        }
    }

    private void answerAll(OutputStream out, WindowAnswer answer) throws IOException, InterruptedException {
        int number = 1;
        while (true) {
            Ahead next = lines.poll();
            if (next == null) {
                if (number > 1) { // a flush of nothing would promise success before the first line is there
                    out.flush();
                }
                next = lines.take();
            }
            switch (next) {
                case Ahead.Broken(IOException failure) -> throw failure;
                case Ahead.Failed(RuntimeException failure) -> throw failure;
                case Ahead.Read(Line.End _, int bytes) -> {
                    ahead.give(bytes);
                    return;
                }
                case Ahead.Read first -> number += answerWindow(out, answer, number, windowFrom(first));
            }
        }
    }

    private List<Ahead.Read> windowFrom(Ahead.Read first) {
        List<Ahead.Read> window = new ArrayList<>();
        window.add(first);
        while (window.size() < most && lines.peek() instanceof Ahead.Read read && !(read.line() instanceof Line.End)) {
            window.add(read);
            lines.remove();
        }
        return window;
    }

    private int answerWindow(OutputStream out, WindowAnswer answer, int number, List<Ahead.Read> window)
            throws IOException, InterruptedException {
        try {
            for (byte[] line :
                    answer.to(number, window.stream().map(Ahead.Read::line).toList())) {
                out.write(line);
                out.write('\n');
            }
            return window.size();
        } finally {
            window.forEach(read -> ahead.give(read.bytes()));
        }
    }

    private void readAhead() {
        try {
            Line line;
            do {
                beforeLine.run();
                line = reader.next();
                int bytes = OVERHEAD + (line instanceof Line.Text(byte[] text) ? text.length : 0);
                ahead.take(bytes, lines::isEmpty);
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
    private void end(Thread reading) {
        reading.interrupt();
        boolean interrupted = false;
        while (reading.isAlive()) {
            try {
                reading.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (Ahead left = lines.poll(); left != null; left = lines.poll()) {
            if (left instanceof Ahead.Read(Line _, int bytes)) {
                ahead.give(bytes);
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
