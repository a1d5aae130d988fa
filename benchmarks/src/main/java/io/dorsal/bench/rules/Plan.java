package io.dorsal.bench.rules;

import io.dorsal.bench.Effort;
import io.dorsal.bench.rules.Rounds.Entry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is measured, and by how many rules.
 *
 * @param inRounds measured in every round, as all are that a bar speaks of
 * @param once measured once, after the rounds
 */
record Plan(List<Entry> inRounds, List<Entry> once) {
    /** Sizes of the series, in condition rules. */
    static final List<Integer> SIZES = List.of(50, 200, 1000, 2000);

    private static final Set<Contender> OURS = EnumSet.of(Contender.ENGINE, Contender.ENGINE_FINDINGS);
    private static final Set<Contender> BARRED = EnumSet.of(
            Contender.ENGINE,
            Contender.ENGINE_FINDINGS,
            Contender.HAND_WRITTEN,
            Contender.HAND_WRITTEN_FINDINGS,
            Contender.DROOLS_STATELESS,
            Contender.DROOLS_POOLED);

    static Plan of(Effort effort) {
        List<Entry> inRounds = new ArrayList<>();
        List<Entry> once = new ArrayList<>();
        for (Contender contender : Contender.values()) {
            boolean everyRound = effort.everything() || BARRED.contains(contender);
            (everyRound ? inRounds : once).add(new Entry(contender, Workload.ACTIVE));
        }
        for (int size : SIZES) {
            for (Contender contender : Contender.values()) {
                if (OURS.contains(contender)) {
                    inRounds.add(new Entry(contender, size));
                } else if (contender == Contender.GENERATED_JAVA
                        || (effort.everything() && !contender.onlyActiveRules())) {
                    once.add(new Entry(contender, size));
                }
            }
        }
        return new Plan(inRounds, once);
    }

    Stream<Entry> all() {
        return Stream.concat(inRounds.stream(), once.stream());
    }
}
