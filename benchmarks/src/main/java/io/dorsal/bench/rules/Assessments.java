package io.dorsal.bench.rules;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * A day's mix as clinics send it: ordinary aches of adults, about one in a hundred dangerous, the emergency screen mostly
 * answered, of all else only a part. The same every time.
 */
public final class Assessments {
    private static final long SEED = 20_260_101;
    private static final double SERIOUS = 0.006;

    private static final Set<String> SCREENED = Set.of(
            "neuro.bladder",
            "neuro.bowelIncontinence",
            "neuro.saddleNumbness",
            "neuro.weakness",
            "neuro.sensoryChange",
            "pain.trigger",
            "systemic.fever",
            "systemic.unexplainedWeightLoss",
            "history.cancer");

    /** How often a question is answered with yes, where that is not as seldom as for the rest of its group. */
    private static final Map<String, Double> YES = Map.ofEntries(
            Map.entry("pain.unremitting", 0.03),
            Map.entry("pain.limitsSpeechMovementOrBreathing", 0.01),
            Map.entry("pain.improvesWithMovement", 0.3),
            Map.entry("pain.improvesWithRest", 0.6),
            Map.entry("pain.worseWithActivity", 0.6),
            Map.entry("pain.nightPainSecondHalf", 0.08),
            Map.entry("pain.legPainOnWalkingRelievedBySitting", 0.04),
            Map.entry("systemic.fatigue", 0.1),
            Map.entry("systemic.headache", 0.06),
            Map.entry("systemic.multipleJointPain", 0.05),
            Map.entry("systemic.dryEyesOrMouth", 0.03),
            Map.entry("history.immunosuppressed", 0.008),
            Map.entry("history.recentSpineProcedure", 0.004),
            Map.entry("history.ivDrugUse", 0.003),
            Map.entry("history.hemodialysis", 0.002),
            Map.entry("history.tobacco", 0.2),
            Map.entry("history.postmenopausal", 0.25),
            Map.entry("history.familyCancer", 0.2),
            Map.entry("treatment.followUpScheduled", 0.4));

    private static final Map<String, Double> YES_BY_GROUP =
            Map.of("neuro", 0.0003, "systemic", 0.0005, "referred", 0.0002, "thoracicOutlet", 0.005, "history", 0.02);

    /** How often each symbol is chosen, in the order of the vocabulary. */
    private static final Map<String, double[]> SHARES = Map.of(
            "patient.sexAtBirth", new double[] {0.53, 0.46, 0.005, 0.005},
            "pain.onset", new double[] {0.25, 0.75},
            "pain.course", new double[] {0.35, 0.4, 0.1, 0.15},
            "pain.trigger", new double[] {0.5, 0.3, 0.176, 0.02, 0.001, 0.003},
            "neuro.weakness", new double[] {0.97, 0.0299, 0.0001},
            "neuro.sensoryChange", new double[] {0.93, 0.0699, 0.0001},
            "neuro.deficitCourse", new double[] {0.999, 0.001},
            "neuro.bladder", new double[] {0.9996, 0.0002, 0.0002},
            "history.cancer", new double[] {0.95, 0.04, 0.007, 0.003},
            "treatment.response", new double[] {0.25, 0.5, 0.25});

    private static final List<Map<String, Integer>> PICTURES = List.of(
            Map.of("neuro.saddleNumbness", 1, "neuro.bladder", 1),
            Map.of("neuro.weakness", 2, "neuro.deficitCourse", 1),
            Map.of("systemic.fever", 1, "history.recentSpineProcedure", 1),
            Map.of("history.cancer", 3, "neuro.gaitOrBalanceChange", 1),
            Map.of("pain.trigger", 4, "pain.severity", 9, "pain.durationDays", 1),
            Map.of("referred.chestPainOrBreathlessness", 1));

    private final Vocabulary vocabulary;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private Assessments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** So many assessments. */
    public static List<Given> of(Vocabulary vocabulary, int count) {
        Assessments assessments = new Assessments(vocabulary);
        return Stream.generate(assessments::next).limit(count).toList();
    }

    private Given next() {
        double answered = random.nextDouble(0.2, 0.9);
        boolean screened = random.nextDouble() < 0.85;
        Answers.Builder answers = Answers.builder(vocabulary);
        for (Question question : vocabulary.questions()) {
            boolean isAsked = SCREENED.contains(question.path()) ? screened : random.nextDouble() < answered;
            if (question.required() || isAsked) {
                answers.setRaw(question, raw(question));
            }
        }
        if (random.nextDouble() < SERIOUS) {
            PICTURES.get(random.nextInt(PICTURES.size()))
                    .forEach((path, raw) -> answers.setRaw(vocabulary.question(path), raw));
        }
        double drawn = random.nextDouble();
        return new Given(answers.build(), drawn < 0.1 ? null : drawn < 0.9 ? 0 : random.nextInt(1, 4));
    }

    private int raw(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> random.nextDouble() < yes(question) ? 1 : 0;
            case AnswerType.WholeNumber type -> Math.clamp(number(question.path()), type.min(), type.max());
            case AnswerType.OneOf type -> symbol(question, type);
            case AnswerType.SetOf type -> set(type);
        };
    }

    private static double yes(Question question) {
        return YES.getOrDefault(question.path(), YES_BY_GROUP.getOrDefault(question.group(), 0.02));
    }

    private long number(String path) {
        return switch (path) {
            case "patient.ageYears" -> Math.round(random.nextGaussian(47, 16));
            case "pain.severity" -> Math.round(random.nextGaussian(4.5, 1.7));
            case "pain.durationDays" -> Math.round(Math.exp(random.nextGaussian(3, 1.4)));
            case "pain.morningStiffnessMinutes" -> Math.round(random.nextExponential() * 10);
            default -> Math.round(random.nextExponential() * 6);
        };
    }

    private int symbol(Question question, AnswerType.OneOf type) {
        double[] shares = SHARES.get(question.path());
        if (shares == null) {
            return random.nextInt(type.symbols().size());
        }
        double left = random.nextDouble();
        int symbol = 0;
        while (symbol < shares.length - 1 && left >= shares[symbol]) {
            left -= shares[symbol++];
        }
        return symbol;
    }

    private int set(AnswerType.SetOf type) {
        int symbols = 0;
        for (int symbol = 0; symbol < type.symbols().size(); symbol++) {
            symbols |= random.nextDouble() < 0.2 ? 1 << symbol : 0;
        }
        return type.accepts(symbols)
                ? symbols
                : 1 << random.nextInt(type.symbols().size());
    }
}
