package io.dorsal.referral.sites;

import java.util.List;

/** What came of reading a site. */
public sealed interface SiteReading {

    /** It is one. */
    record Read(Site site) implements SiteReading {}

    /** It is none. */
    record Refused(List<Defect> defects) implements SiteReading {

        public Refused {
            defects = List.copyOf(defects);
        }
    }

    /**
     * What is wrong with a member.
     *
     * @param path such as {@code hours.MONDAY}; empty for the whole
     * @param message what it has to be
     */
    record Defect(String path, String message) {}
}
