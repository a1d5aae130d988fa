package io.dorsal.rules.oracle;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes assessments at random from a seed: from hardly anything answered to everything, from all negative to all positive,
 * with numbers drawn to the places where rules change their mind.
 */
public final class RandomAssessments {
    private static final Map<String, int[]> EDGES = Map.of(
            "patient.ageYears",
            new int[] {0, 5, 6, 17, 18, 39, 40, 41, 49, 50, 59, 60, 64, 65, 69, 70, 120},
            "pain.severity",
            new int[] {0, 3, 4, 6, 7, 8, 10},
            "pain.durationDays",
            new int[] {0, 7, 8, 14, 15, 27, 28, 41, 42, 60, 89, 90, 364, 365, 366, 730, 7300, 36500},
            "pain.morningStiffnessMinutes",
            new int[] {0, 29, 30, 31, 44, 45, 46, 60, 1440},
            "treatment.weeks",
            new int[] {0, 2, 11, 12, 13, 52, 5200});
    private static final Set<String> HARMLESS =
            Set.of("NONE", "NORMAL", "STABLE", "IMPROVING", "GRADUAL", "NEGATIVE", "GOOD");

    private static final Set<String> CALM_FLAGS =
            Set.of("pain.improvesWithRest", "pain.worseWithActivity", "pain.improvesWithMovement");
    private static final Map<String, int[]> CALM_EDGES = Map.of(
            "patient.ageYears", new int[] {18, 30, 45, 64, 65, 69, 70},
            "pain.severity", new int[] {1, 3, 4, 5, 6, 7},
            "pain.durationDays", new int[] {3, 20, 27, 28, 41, 42, 89, 90});

    private final Vocabulary vocabulary;

    public RandomAssessments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The answers that belong to the seed. */
    public Answers answers(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        return random.nextInt(6) == 0 ? calm(random) : any(random);
    }

    /** Hardly anything to worry about, so that the pathway rules are reached. */
    private Answers calm(Random random) {
        Answers.Builder answers = Answers.builder(vocabulary);
        for (Question question : vocabulary.questions()) {
            int[] edges = CALM_EDGES.get(question.path());
            if (edges != null) {
                answers.setRaw(question, edges[random.nextInt(edges.length)]);
            } else if (CALM_FLAGS.contains(question.path())) {
                answers.setRaw(question, random.nextInt(2));
            } else if (isScreened(question) || question.required() || random.nextInt(4) == 0) {
                answers.setRaw(question, raw(random, question, 0.0));
            }
        }
        return answers.build();
    }

    private Answers any(Random random) {
        double answered = pick(random, 0.05, 0.3, 0.6, 0.95, 1.0);
        double positive = pick(random, 0.0, 0.02, 0.05, 0.15, 0.5, 0.9);
        boolean screenAnswered = random.nextInt(3) > 0;
        Answers.Builder answers = Answers.builder(vocabulary);
        for (Question question : vocabulary.questions()) {
            boolean kept =
                    question.required() || (screenAnswered && isScreened(question)) || random.nextDouble() < answered;
            if (kept) {
                answers.setRaw(question, raw(random, question, positive));
            }
        }
        return answers.build();
    }

    /** A count of earlier assessments; null: not known. */
    public static Integer earlier(long seed) {
        int drawn = new Random(seed).nextInt(8);
        return drawn > 4 ? 0 : drawn;
    }

    private static int raw(Random random, Question question, double positive) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> random.nextDouble() < positive ? 1 : 0;
            case AnswerType.WholeNumber number -> number(random, question, number);
            case AnswerType.OneOf oneOf -> symbol(random, oneOf, positive);
            case AnswerType.SetOf setOf -> set(random, setOf, positive);
        };
    }

    private static int number(Random random, Question question, AnswerType.WholeNumber type) {
        int[] edges = EDGES.getOrDefault(question.path(), new int[] {type.min(), type.max()});
        return random.nextInt(4) > 0
                ? edges[random.nextInt(edges.length)]
                : type.min() + random.nextInt(type.max() - type.min() + 1);
    }

    private static int symbol(Random random, AnswerType.OneOf type, double positive) {
        List<String> harmless =
                type.symbols().stream().filter(HARMLESS::contains).toList();
        return harmless.isEmpty() || random.nextDouble() < Math.max(positive, 0.1)
                ? random.nextInt(type.symbols().size())
                : type.ordinal(harmless.get(random.nextInt(harmless.size())));
    }

    private static int set(Random random, AnswerType.SetOf type, double positive) {
        if (type.atLeast() == 0 && random.nextDouble() > Math.max(positive, 0.3)) {
            return 0;
        }
        return Math.max(type.atLeast(), random.nextInt(1 << type.symbols().size()));
    }

    private static boolean isScreened(Question question) {
        return switch (question.path()) {
            case "neuro.bladder",
                    "neuro.bowelIncontinence",
                    "neuro.saddleNumbness",
                    "neuro.weakness",
                    "neuro.sensoryChange",
                    "neuro.deficitCourse",
                    "pain.trigger",
                    "systemic.fever",
                    "systemic.unexplainedWeightLoss",
                    "history.cancer" -> true;
            default -> false;
        };
    }

    private static double pick(Random random, double... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
