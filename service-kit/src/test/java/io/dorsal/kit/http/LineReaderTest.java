package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesComeOneByOneWithoutTheirEnds() throws IOException {
        assertThat(lines("one\ntwo\r\nthree")).containsExactly("one", "two\r", "three");
    }

    @Test
    void blankLinesAreSkipped() throws IOException {
        assertThat(lines("\n  \none\n\r\n")).containsExactly("one");
    }

    @Test
    void aLineOverTheLimitIsSkippedAndTheNextIsRead() throws IOException {
        assertThat(lines("x".repeat(BodyLimitFilter.LIMIT + 1) + "\nnext")).containsExactly("too long", "next");
    }

    @Test
    void aLineAtTheLimitIsRead() throws IOException {
        assertThat(lines("x".repeat(BodyLimitFilter.LIMIT)).getFirst()).hasSize(BodyLimitFilter.LIMIT);
    }

    @Test
    void anEmptyBodyHasNoLines() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    private static List<String> lines(String body) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        for (Line line = reader.next(); !(line instanceof Line.End); line = reader.next()) {
            lines.add(line instanceof Line.Text(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "too long");
        }
        return lines;
    }
}
