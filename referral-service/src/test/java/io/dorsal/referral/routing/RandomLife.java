package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.aDecision;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What might happen to one assessment: two people act, possible or not, revisions come, and all of it comes again. */
final class RandomLife {

    static final Instant START = Instant.parse("2126-03-01T08:00:00Z");

    private static final List<Queue> QUEUES = List.of(Queue.NEUROSURGERY, Queue.SPINE_SURGERY, Queue.PHYSIATRY);
    private static final List<Urgency> URGENCIES = List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON);
    private static final Visibility SPECIALIST =
            new Visibility(false, EnumSet.allOf(Queue.class), Set.of("metro"), null);
    private static final Visibility CLINIC = new Visibility(false, Set.of(), Set.of(), "north");

    /** Something that happens. */
    sealed interface Step {

        record Decide(DecidedRevision decision) implements Step {}

        record Act(ReferralId id, Visibility by, long version, Deed deed) implements Step {}

        record TellBreaches(Instant now) implements Step {}
    }

    private final Random random;
    private final AssessmentId id;
    private final List<Step> happened = new ArrayList<>();
    private Instant now = START;
    private int revision;

    RandomLife(long seed) {
        this.random = new Random(seed);
        this.id = new AssessmentId(new UUID(random.nextLong(), random.nextLong()));
    }

    AssessmentId id() {
        return id;
    }

    Instant now() {
        return now;
    }

    /** What happens next, given how the referrals stand. */
    Step next(Map<ReferralId, Referral> referrals) {
        now = now.plus(Duration.ofMinutes(random.nextInt(600)));
        Step step = switch (random.nextInt(10)) {
            case 0 -> decision();
            case 1 -> happened.isEmpty() ? decision() : any(happened);
            case 2 -> new Step.TellBreaches(now);
            default -> referrals.isEmpty() ? decision() : act(any(List.copyOf(referrals.values())));
        };
        happened.add(step);
        return step;
    }

    private Step decision() {
        boolean isNewer = revision == 0 || random.nextInt(3) > 0;
        int number = isNewer ? ++revision : 1 + random.nextInt(revision);
        DecisionBuilder decision = aDecision()
                .about(id)
                .ofRevision(number)
                .withBody(random.nextInt(6) == 0 ? "b" : "a")
                .receivedAt(START.plus(Duration.ofMinutes(random.nextInt(60))));
        QUEUES.stream()
                .filter(queue -> random.nextBoolean())
                .forEach(queue -> decision.asking(queue, any(URGENCIES), "RULE-" + random.nextInt(2)));
        return new Step.Decide(decision.build());
    }

    private Step act(Referral referral) {
        long version = random.nextInt(6) == 0 ? Math.max(1, referral.version() - 1) : referral.version();
        Action action = action(any(List.of(ActionName.values())));
        Visibility by = random.nextInt(8) > 0 && action.name() != ActionName.CANCEL ? SPECIALIST : CLINIC;
        return new Step.Act(
                referral.id(), by, version, new Deed(action, by.equals(CLINIC) ? "clinic" : "specialist", null));
    }

    private Action action(ActionName name) {
        Code code = Code.of(name).findFirst().orElse(Code.TREATED);
        return switch (name) {
            case ACCEPT -> new Action.Accept();
            case SCHEDULE -> new Action.Schedule(now.plus(Duration.ofDays(1)), random.nextBoolean() ? "site" : null);
            case COMPLETE -> new Action.Complete(code);
            case RETURN -> new Action.Return(code, "advice");
            case REDIRECT -> new Action.Redirect(any(QUEUES), code);
            case CANCEL -> new Action.Cancel(code);
            case CONFIRM -> new Action.Confirm();
            case NO_SHOW -> new Action.NoShow();
            case PAUSE -> new Action.Pause(code, now.plus(Duration.ofDays(random.nextInt(30))));
            case RESUME -> new Action.Resume();
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
