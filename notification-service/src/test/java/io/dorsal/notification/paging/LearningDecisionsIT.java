package io.dorsal.notification.paging;

import static io.dorsal.notification.alert.DecisionBuilder.aDecision;
import static io.dorsal.notification.alert.DecisionBuilder.anEmergency;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.support.SharedService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class LearningDecisionsIT extends SharedService {

    private final AssessmentId assessment = new AssessmentId(UUID.randomUUID());
    private final LearningDecisions learning;
    private final JdbcTemplate jdbc;

    LearningDecisionsIT(@Autowired LearningDecisions learning, @Autowired JdbcTemplate jdbc) {
        this.learning = learning;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoBodiesUnderOneRevisionInOnePollTheMoreUrgentCounts(boolean emergencyFirst) {
        Decided emergency = anEmergency().of(assessment).body("b").build();
        Decided routine =
                aDecision(Urgency.ROUTINE, "DEFAULT-1").of(assessment).body("a").build();

        learning.learn(emergencyFirst ? List.of(emergency, routine) : List.of(routine, emergency));
        learning.learn(List.of(routine, emergency, routine));

        assertThat(jdbc.queryForList(
                        "select body_hash from decided where assessment_id = ? and counts",
                        String.class,
                        assessment.value()))
                .containsExactly("b");
        assertThat(jdbc.queryForList(
                        "select kind from alert where assessment_id = ? order by kind",
                        String.class,
                        assessment.value()))
                .containsExactly("EMERGENCY", "OPERATIONS");
        assertThat(jdbc.queryForObject(
                        "select count(*) from delivery where alert_id = ?",
                        Integer.class,
                        AlertId.of(assessment, 1).value()))
                .isEqualTo(2);
    }
}
