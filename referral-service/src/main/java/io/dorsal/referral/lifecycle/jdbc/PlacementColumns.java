package io.dorsal.referral.lifecycle.jdbc;

import io.dorsal.referral.lifecycle.Placement;
import org.jspecify.annotations.Nullable;

/** The site that was chosen, and why, as columns. */
record PlacementColumns(
        @Nullable String site,
        @Nullable String reason,
        @Nullable Integer taken,
        @Nullable Integer slots,
        @Nullable Long version) {

    private static final PlacementColumns NONE = new PlacementColumns(null, null, null, null, null);

    static PlacementColumns of(@Nullable Placement placement) {
        return placement == null
                ? NONE
                : new PlacementColumns(
                        placement.site(),
                        placement.reason().name(),
                        placement.taken(),
                        placement.slots(),
                        placement.atVersion());
    }
}
