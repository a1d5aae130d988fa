package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.AssessmentIds;
import io.dorsal.referral.worklist.Line;
import io.dorsal.referral.worklist.ReferralSearch;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Finds referrals by the index that leads with their assessment. */
@Repository
class PostgresReferralSearch implements ReferralSearch {

    private static final String FOUND = """
            select referral.*, %s from referral where assessment_id between :first and :last and %s
            order by assessment_id, queue, episode limit :most
            """.formatted(ReadRows.ACCEPTED_BY, Tenancy.ANYBODY);

    private final ReadingDatabase database;

    PostgresReferralSearch(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public List<Line> of(AssessmentIds assessments, Visibility visibility, int most) {
        return database.read(jdbc -> Tenancy.within(visibility, jdbc.sql(FOUND))
                .param("clinic", visibility.clinicId())
                .param("first", assessments.first())
                .param("last", assessments.last())
                .param("most", most)
                .query(ReadRows::line)
                .list());
    }
}
