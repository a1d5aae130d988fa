package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The whole decision by hand: all that the engine's holds, and equal to it. Words are taken from the ruleset. */
final class Deciding {
    private static final List<String> REPRESENTED_OPEN = List.of("REPRESENTED-1");

    private final Ruleset ruleset;
    private final Templates templates;
    private final Supposing supposing;
    private final Because[][] reasons;
    private final List<List<String>> regions;
    private final List<Question> questions;
    private final ClinicAdvice clinic;
    private final PatientAdvice patient;

    Deciding(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.templates = new Templates(ruleset);
        this.supposing = new Supposing(ruleset, templates);
        this.questions = ruleset.vocabulary().questions();
        this.reasons = questions.stream().map(Deciding::reasons).toArray(Because[][]::new);
        this.regions = ((AnswerType.SetOf) questions.get(REGIONS).type()).subsets();
        this.clinic = new ClinicAdvice(ruleset);
        this.patient = new PatientAdvice(ruleset);
    }

    Decision decide(int[] a, int earlier) {
        long fired = Conditions.fired(a, earlier);
        List<Finding> findings = findings(fired, a);
        Urgency urgency = findings.getFirst().urgency();
        List<Question> open = Terms.screenIncomplete(a) ? open(a) : List.of();
        List<String> openRules = earlier < 0 && a[COURSE] != Terms.IMPROVING ? REPRESENTED_OPEN : List.of();
        return new Decision(
                urgency,
                ruleset.version(),
                ruleset.hash(),
                findings,
                referrals(findings),
                paths(open),
                supposing.of(a, earlier, fired, urgency, !open.isEmpty()),
                openRules,
                regions.get(a[REGIONS]),
                a[DAYS] < 42 ? DurationClass.ACUTE : a[DAYS] < 90 ? DurationClass.SUBACUTE : DurationClass.CHRONIC,
                pattern(a, fired),
                clinic.texts(a, fired, findings, open, openRules),
                patient.texts(a, fired, urgency, !open.isEmpty()));
    }

    List<Finding> findings(int[] a, int earlier) {
        return findings(Conditions.fired(a, earlier), a);
    }

    private List<Finding> findings(long fired, int[] a) {
        if (fired == 0) {
            return List.of(finding(Pathway.rank(a), a));
        }
        List<Finding> findings = new ArrayList<>();
        for (long left = fired; left != 0; left &= left - 1) {
            findings.add(finding(Long.numberOfTrailingZeros(left), a));
        }
        return findings;
    }

    private Finding finding(int rank, int[] a) {
        return templates.finding(rank, because(Citations.of(rank, a), a));
    }

    private List<Because> because(Cited cited, int[] a) {
        Because[] because = new Because[Long.bitCount(cited.low()) + Long.bitCount(cited.high())];
        int count = 0;
        for (long left = cited.low(); left != 0; left &= left - 1) {
            because[count++] = because(Long.numberOfTrailingZeros(left), a);
        }
        for (long left = cited.high(); left != 0; left &= left - 1) {
            because[count++] = because(Long.SIZE + Long.numberOfTrailingZeros(left), a);
        }
        return List.of(because);
    }

    private Because because(int question, int[] a) {
        Because[] made = reasons[question];
        int raw = a[question];
        return raw + 1 < made.length
                ? made[raw + 1]
                : new Because(
                        questions.get(question).path(),
                        questions.get(question).type().value(raw));
    }

    /** Made once for all answers but long numbers. */
    private static Because[] reasons(Question question) {
        int count = switch (question.type()) {
            case AnswerType.YesNo _ -> 2;
            case AnswerType.WholeNumber number -> Math.min(number.max() + 1, 256);
            case AnswerType.OneOf oneOf -> oneOf.symbols().size();
            case AnswerType.SetOf setOf -> setOf.subsets().size();
        };
        Because[] reasons = new Because[count + 1];
        reasons[0] = new Because(question.path(), null);
        for (int raw = 0; raw < count; raw++) {
            reasons[raw + 1] = new Because(question.path(), question.type().value(raw));
        }
        return reasons;
    }

    private static List<Referral> referrals(List<Finding> findings) {
        boolean emergency = findings.getFirst().urgency() == Urgency.EMERGENCY;
        Set<Queue> named = EnumSet.noneOf(Queue.class);
        List<Referral> referrals = new ArrayList<>();
        for (Finding finding : findings) {
            if (emergency && finding.urgency() != Urgency.EMERGENCY) {
                break;
            }
            for (Queue queue : finding.queues()) {
                if (named.add(queue)) {
                    referrals.add(new Referral(queue, finding.urgency(), referrals.isEmpty()));
                }
            }
        }
        return referrals;
    }

    private List<Question> open(int[] a) {
        List<Question> open = new ArrayList<>();
        for (int question : Screen.ALWAYS) {
            if (a[question] < 0) {
                open.add(questions.get(question));
            }
        }
        if (a[DEFICIT_COURSE] < 0 && Terms.deficit(a)) {
            open.add(questions.get(DEFICIT_COURSE));
        }
        return open;
    }

    private static List<String> paths(List<Question> open) {
        List<String> paths = new ArrayList<>(open.size());
        for (Question question : open) {
            paths.add(question.path());
        }
        return paths;
    }

    private static Pattern pattern(int[] a, long fired) {
        if (Conditions.isIn(fired, Rank.INFLAMMATORY_1) || Conditions.isIn(fired, Rank.INFLAMMATORY_2)) {
            return Pattern.INFLAMMATORY;
        }
        if (Terms.has(a, RADIATION, Terms.LEG | Terms.ARM)) {
            return Pattern.RADICULAR;
        }
        return Terms.mechanical(a) ? Pattern.MECHANICAL : Pattern.UNCLASSIFIED;
    }
}
