package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nothing was told without the database but what a test says. */
public final class FakeTellings implements Tellings {

    private final Set<DeliveryId> told = new HashSet<>();

    public void tell(DeliveryId delivery) {
        told.add(delivery);
    }

    @Override
    public boolean isTold(DeliveryId delivery) {
        return told.contains(delivery);
    }

    @Override
    public boolean areUnknown() {
        return false;
    }

    @Override
    public List<Telling> pause() {
        return List.of();
    }

    @Override
    public void stop(AlertId alert) {}

    @Override
    public void resume(Collection<Telling> known) {}
}
