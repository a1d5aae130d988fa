package io.dorsal.rules.safety;

/** The exact one-sided upper confidence bound of a share, by Clopper and Pearson. */
final class ClopperPearson {
    private static final int HALVINGS = 60;

    private ClopperPearson() {}

    /**
     * The largest share under which so few of so many would still be seen with the probability of error; 1 where nothing was
     * tried.
     *
     * @param error 0.05 for a bound of 95 %
     */
    static double upperBound(int failed, int tried, double error) {
        if (failed >= tried) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double share = (low + high) / 2;
            if (atMost(failed, tried, share) > error) {
                low = share;
            } else {
                high = share;
            }
        }
        return high;
    }

    /** The probability of at most so many among those tried. */
    private static double atMost(int failed, int tried, double share) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= failed; k++) {
            sum += Math.exp(logChoose + k * Math.log(share) + (tried - k) * Math.log1p(-share));
            logChoose += Math.log(tried - k) - Math.log(k + 1.0);
        }
        return sum;
    }
}
