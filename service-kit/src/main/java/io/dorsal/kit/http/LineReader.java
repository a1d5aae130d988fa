package io.dorsal.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of an NDJSON body, each of at most 64 KiB, without holding more than one. */
public final class LineReader {

    /** What was read of the body. */
    public sealed interface Line {

        /** A line, without its end. */
        record Text(byte[] bytes) implements Line {}

        /** A line over the limit; it was skipped, and the next is read as usual. */
        record TooLong() implements Line {}

        /** The end of the body. */
        record End() implements Line {}
    }

    private final InputStream body;

    /**
     * @param body should be buffered
     */
    public LineReader(InputStream body) {
        this.body = body;
    }

    /** The next line; blank lines are skipped. */
    public Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean tooLong = false;
            int one = body.read();
            boolean atEnd = one < 0;
            while (one >= 0 && one != '\n') {
                if (line.size() < BodyLimitFilter.LIMIT) {
                    line.write(one);
                } else {
                    tooLong = true;
                }
                one = body.read();
            }
            if (atEnd) {
                return new Line.End();
            }
            if (tooLong) {
                return new Line.TooLong();
            }
            if (!isBlank(line)) {
                return new Line.Text(line.toByteArray());
            }
        }
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        for (byte one : line.toByteArray()) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
