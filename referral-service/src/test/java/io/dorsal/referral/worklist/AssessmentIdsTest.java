package io.dorsal.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentIdsTest {

    @Test
    void aBeginningStandsForAllIdsThatBeginSo() {
        assertThat(AssessmentIds.beginningWith("019af3d2"))
                .contains(new AssessmentIds(
                        UUID.fromString("019af3d2-0000-0000-0000-000000000000"),
                        UUID.fromString("019af3d2-ffff-ffff-ffff-ffffffffffff")));
    }

    @Test
    void aWholeIdStandsForItselfHoweverItIsWritten() {
        UUID id = UUID.fromString("f19af3d2-7c11-7abc-9def-0123456789ab");

        assertThat(AssessmentIds.beginningWith(" F19AF3D2-7C11-7ABC-9DEF-0123456789AB "))
                .contains(new AssessmentIds(id, id));
        assertThat(AssessmentIds.beginningWith("f19af3d27c117abc9def0123456789ab"))
                .contains(new AssessmentIds(id, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "019af3d", "019af3d2-7c11-7abc-9def-0123456789abc", "019af3dx", "٠١٢٣٤٥٦٧"})
    void whatIsTooShortTooLongOrNoIdStandsForNothing(String text) {
        assertThat(AssessmentIds.beginningWith(text)).isEmpty();
    }
}
