package io.dorsal.notification.paging;

/** Tells people of what could not be made an alert. */
@FunctionalInterface
public interface LastResort {

    /** Tells the fallback contacts of a parked record, whatever it is and whether or not the database is there. */
    void tellRegardless(ParkedRecord parked);
}
