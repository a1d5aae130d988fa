package io.dorsal.referral.sites;

import io.dorsal.rules.decision.Queue;
import java.util.Comparator;
import java.util.List;

/** All sites, in the order of their ids. */
public record Sites(List<Site> all) {

    public Sites {
        all = all.stream().sorted(Comparator.comparing(Site::id)).toList();
        if (all.stream().map(Site::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two sites have one id");
        }
    }

    /** The sites of a queue. */
    List<Site> of(Queue queue) {
        return all.stream().filter(site -> site.serves(queue)).toList();
    }
}
