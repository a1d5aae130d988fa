package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;
import static io.dorsal.bench.rules.handwritten.Rank.*;
import static io.dorsal.bench.rules.handwritten.Terms.*;

/** The pathway rules, of which the first that matches is taken. */
final class Pathway {
    private Pathway() {}

    static int rank(int[] a) {
        if (yes(a, LEG_PAIN_ON_WALKING)) {
            return STENOSIS_1;
        }
        if (has(a, RADIATION, LEG | ARM)) {
            return a[DAYS] >= 42 ? RADICULAR_1 : RADICULAR_2;
        }
        if (severe(a)) {
            return a[DAYS] >= 90 ? CHRONIC_1 : SEVERE_1;
        }
        return reassuring(a) ? reassured(a) : DEFAULT_1;
    }

    private static int reassured(int[] a) {
        boolean mechanical = mechanical(a);
        if (mechanical && a[DAYS] >= 28) {
            return MECHANICAL_1;
        }
        if (a[SEVERITY] <= 3 || a[COURSE] == IMPROVING) {
            return SELFCARE_1;
        }
        if (!mechanical || a[AGE] >= 65) {
            return DEFAULT_1;
        }
        if (a[SEVERITY] <= 6 && has(a, REGIONS, THORACIC) && a[OSTEOPOROSIS] == NO) {
            return MECHANICAL_2;
        }
        return yes(a, OSTEOPOROSIS) ? DEFAULT_1 : SELFCARE_2;
    }
}
