package io.dorsal.notification.support;

import io.dorsal.notification.alert.Change;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ParkedRecord;

/** Measures nothing. */
public final class NoMilestones implements Milestones {

    @Override
    public void delivered(Change first) {}

    @Override
    public void acknowledged(Change acknowledgement) {}

    @Override
    public void reported(ParkedRecord parked) {}

    @Override
    public void notReported(ParkedRecord parked) {}
}
