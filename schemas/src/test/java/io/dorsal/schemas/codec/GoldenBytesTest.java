package io.dorsal.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that an old version wrote stay readable for ever: {@code golden/<event>/v<n>.hex} were written by version n. */
class GoldenBytesTest {

    private static final boolean PUBLISH = Boolean.getBoolean("dorsal.schemas.publish");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final PublishedSchemas schemas = PublishedSchemas.ofAllEvents();

    static List<SpecificRecord> samples() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPublishedVersionIsStillRead(SpecificRecord sample) throws IOException {
        String event = sample.getClass().getSimpleName();
        EventCodec<SpecificRecord> codec = codecOf(sample);
        int versions = schemas.versions(event).size();
        Path newest = GOLDEN.resolve(event).resolve("v%d.hex".formatted(versions));
        if (PUBLISH && versions > 0 && !Files.exists(newest)) {
            Files.createDirectories(newest.getParent());
            Files.writeString(newest, HexFormat.of().formatHex(codec.encode(sample)) + "\n");
            return;
        }

        for (int version = 1; version <= versions; version++) {
            byte[] bytes = HexFormat.of()
                    .parseHex(
                            read("/golden/%s/v%d.hex".formatted(event, version)).strip());

            assertThat(codec.decode(bytes)).isEqualTo(new Decoding.Decoded<>(sample));
        }
    }

    @SuppressWarnings("unchecked") // A codec made for a class takes the instances of that class.
    private EventCodec<SpecificRecord> codecOf(SpecificRecord sample) {
        return EventCodec.of((Class<SpecificRecord>) sample.getClass(), schemas);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = GoldenBytesTest.class.getResourceAsStream(resource)) {
            assertThat(in).as("golden bytes %s", resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
