package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An NDJSON file of any size, read line by line. An assessment stands there by itself, or as the member
 * {@code assessment} beside its {@code idempotencyKey}; a line that is neither is left as it is, for the service to say so.
 */
public final class BulkFile implements AutoCloseable {

    private static final String ASSESSMENT = "assessment";
    private static final String KEY = "idempotencyKey";
    private static final int BUFFER = 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    private final BufferedReader lines;
    private final UnaryOperator<ObjectNode> change;
    private int number;

    private BulkFile(Path file, BufferedReader lines, UnaryOperator<ObjectNode> change) {
        this.file = file;
        this.lines = lines;
        this.change = change;
    }

    /**
     * Opens a file.
     *
     * @param change applied to each assessment, such as a new patient reference
     * @throws PartFailure where it cannot be read
     */
    public static BulkFile open(Path file, UnaryOperator<ObjectNode> change) {
        try {
            return new BulkFile(
                    file,
                    new BufferedReader(
                            new InputStreamReader(
                                    Files.newInputStream(file),
                                    StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)),
                            BUFFER),
                    change);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What tells a file from all others, and how many lines it has. */
    public static Identity identify(Path file) {
        try (DigestInputStream bytes = new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), MessageDigest.getInstance("SHA-256"))) {
            int lines = countLines(bytes);
            return new Identity(
                    HexFormat.of().formatHex(bytes.getMessageDigest().digest()), lines);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static int countLines(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int lines = 0;
        boolean isOpen = false;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            for (int index = 0; index < read; index++) {
                isOpen = buffer[index] != '\n';
                lines += isOpen ? 0 : 1;
            }
        }
        return isOpen ? lines + 1 : lines;
    }

    /** The next line that is not blank; empty at the end. */
    Optional<BulkLine> next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    return Optional.of(new BulkLine(number, wrapped(line)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String wrapped(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                return JSON.writeValueAsString(wrapped(object));
            }
        } catch (JacksonException e) {
            return line;
        }
        return line;
    }

    private ObjectNode wrapped(ObjectNode object) {
        ObjectNode line = JSON.createObjectNode();
        JsonNode key = object.path(KEY);
        if (object.get(ASSESSMENT) instanceof ObjectNode assessment) {
            if (!key.isMissingNode()) {
                line.set(KEY, key);
            }
            return line.set(ASSESSMENT, change.apply(assessment));
        }
        return line.set(ASSESSMENT, change.apply(object));
    }

    private static PartFailure unreadable(Path file, IOException failure) {
        return failure instanceof NoSuchFileException
                ? new PartFailure("there is no file " + file, failure)
                : new PartFailure(file + " cannot be read", failure);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * A file as it is.
     *
     * @param hash of all its bytes
     */
    public record Identity(String hash, int lines) {}
}
