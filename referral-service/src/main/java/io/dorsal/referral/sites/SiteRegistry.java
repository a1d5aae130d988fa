package io.dorsal.referral.sites;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The sites as administrators see and change them: those of the file, and what has been changed since, which stands. */
public interface SiteRegistry {

    /** All sites, in the order of their ids. */
    List<KnownSite> all();

    /** One; empty where there is none. */
    Optional<KnownSite> find(String id);

    /**
     * Sets a site; the same once more is answered as before.
     *
     * @param read the version that was read; empty where there is to be none yet
     */
    SiteChange put(Site site, OptionalLong read, String by);

    /** Removes a site, also one of the file. */
    SiteChange remove(String id, long read, String by);

    /**
     * A site as it stands.
     *
     * @param version from 1, one more with each change; 0 as the file has it
     */
    record KnownSite(Site site, long version) {}

    /** What came of a change. */
    sealed interface SiteChange {

        /** The site is set. */
        record Put(KnownSite known, boolean isNew) implements SiteChange {}

        /** The site is removed. */
        record Removed() implements SiteChange {}

        /** There is no such site. */
        record Unknown() implements SiteChange {}

        /** It is another version than the one that was read. */
        record Stale() implements SiteChange {}
    }
}
