package io.dorsal.rules.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.yaml.VocabularyYaml;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class AssessmentJsonFuzzTest {
    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
    private static final byte[] VALID = ("{\"patient\":{\"reference\":\"p-1\",\"ageYears\":40},\"pain\":{\"regions\":"
                    + "[\"LUMBAR\"],\"severity\":4,\"durationDays\":10,\"radiation\":[\"LEG\"]},"
                    + "\"neuro\":{\"bladder\":\"NORMAL\"},\"assessedAt\":\"2026-03-14T09:26:53Z\"}")
            .getBytes(UTF_8);

    private final AssessmentJson json = new AssessmentJson(VocabularyYaml.vocabulary());

    @Property(tries = 5_000)
    void anyBytesGetAnAnswer(@ForAll @Size(max = 200) byte[] body) {
        assertThat(json.read(body, NOW)).isNotNull();
    }

    @Property(tries = 5_000)
    void anyTextGetsAnAnswer(@ForAll @StringLength(max = 200) String body) {
        assertThat(json.read(body.getBytes(UTF_8), NOW)).isNotNull();
    }

    @Property(tries = 20_000)
    void anyDamageToAnAssessmentGetsAnAnswer(
            @ForAll @IntRange(max = 230) int at,
            @ForAll @IntRange(max = 4) int lost,
            @ForAll @Size(max = 4) byte[] put) {
        int from = Math.min(at, VALID.length);
        int to = Math.min(from + lost, VALID.length);
        byte[] damaged = Arrays.copyOf(VALID, VALID.length - (to - from) + put.length);
        System.arraycopy(put, 0, damaged, from, put.length);
        System.arraycopy(VALID, to, damaged, from + put.length, VALID.length - to);

        assertThat(json.read(damaged, NOW)).isNotNull();
    }

    @Property(tries = 2_000)
    void anyValueInAnyPlaceGetsAnAnswer(@ForAll @StringLength(max = 20) String text, @ForAll int place) {
        String whole = new String(VALID, UTF_8);
        int from = Math.floorMod(place, whole.length());

        assertThat(json.read((whole.substring(0, from) + text + whole.substring(from)).getBytes(UTF_8), NOW))
                .isNotNull();
    }
}
