package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.ReferralId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is open at each place, in the order in which they go. Of a long line only its beginning is known. */
public final class Load {

    private final Map<Place, List<Rank>> lines = new HashMap<>();

    /** Adds one who is open at a place. */
    public void add(Place place, Rank rank) {
        List<Rank> line = lines.computeIfAbsent(place, _ -> new ArrayList<>());
        int position = Collections.binarySearch(line, rank);
        if (position < 0) {
            line.add(-position - 1, rank);
        }
    }

    /** Takes out those who are looked at anew. */
    void remove(Set<ReferralId> ids) {
        lines.values().forEach(line -> line.removeIf(rank -> ids.contains(rank.id())));
    }

    /** How many go before one. */
    int before(Place place, Rank rank) {
        int position = Collections.binarySearch(lines.getOrDefault(place, List.of()), rank);
        return position < 0 ? -position - 1 : position;
    }
}
