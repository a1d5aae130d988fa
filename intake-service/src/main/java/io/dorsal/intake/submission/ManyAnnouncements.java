package io.dorsal.intake.submission;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** {@link Announcements} of many assessments at once, in the time that one takes. */
public interface ManyAnnouncements {

    /**
     * Sends each assessment and, apart from it, whom it is about.
     *
     * @return the ids of those of which every replica in sync has both; of the others that is not known in time, and
     *     either may be there
     */
    Set<UUID> announce(Collection<AcceptedAssessment> accepted);
}
