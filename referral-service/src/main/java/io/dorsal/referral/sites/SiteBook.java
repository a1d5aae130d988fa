package io.dorsal.referral.sites;

import java.util.Map;
import java.util.function.Function;

/** What is known of sites, and of who is open there, in the transaction of the caller. */
public interface SiteBook {

    /** Works with what is known. Where that fails, it fails alone: the caller's transaction goes on. */
    <T> T read(Function<Known, T> work);

    /** What can be asked. */
    interface Known {

        /** The sites as they are now. */
        Sites sites();

        /** Who is open at places, each line up to a length: those who go first. */
        Load load(Map<Place, Integer> lengths);
    }
}
