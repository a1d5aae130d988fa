package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Knows sites and open referrals in memory, each line as far as it is asked for. */
final class FakeSiteBook implements SiteBook {

    private final Sites sites;
    private final List<Referral> open = new ArrayList<>();

    FakeSiteBook(Site... sites) {
        this.sites = new Sites(List.of(sites));
    }

    FakeSiteBook holding(Referral referral) {
        open.add(referral);
        return this;
    }

    @Override
    public <T> T read(Function<Known, T> work) {
        return work.apply(new Known() {
            @Override
            public Sites sites() {
                return sites;
            }

            @Override
            public Load load(Map<Place, Integer> lengths) {
                Load load = new Load();
                lengths.forEach((place, length) -> open.stream()
                        .filter(referral -> referral.queue() == place.queue()
                                && place.site().equals(referral.site()))
                        .map(Rank::of)
                        .sorted()
                        .limit(length)
                        .forEach(rank -> load.add(place, rank)));
                return load;
            }
        });
    }
}
