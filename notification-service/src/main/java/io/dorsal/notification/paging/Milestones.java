package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Change;

/** Is told of what is measured on the way of an alert. */
public interface Milestones {

    /** A channel has accepted the first delivery. */
    void delivered(Change first);

    /** A person has taken the alert. */
    void acknowledged(Change acknowledgement);

    /** A parked record was told of. */
    void reported(ParkedRecord parked);

    /** No alert could be made of a parked record: the fallback contacts are told instead. */
    void notReported(ParkedRecord parked);
}
