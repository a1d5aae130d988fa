package io.dorsal.notification.alert;

import io.dorsal.notification.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one assessment: the decision that counts of each revision, and the alert of the latest episode.
 *
 * <p>News may come twice, late, or in any order, and the file ends up the same:
 *
 * <ul>
 *   <li>What the newest revision says is the alert's urgency; older news never changes that.
 *   <li>Every emergency raises an alert, also one that arrives after a newer revision that is none: nobody has been told
 *       of it yet, and only a person may judge that it is over.
 *   <li>There is at most one open alert; further news annotates it, and nothing here closes it.
 *   <li>Of two bodies under one revision, the more urgent counts.
 * </ul>
 */
public record CaseFile(
        AssessmentId assessment,
        SortedMap<Integer, Decided> revisions,
        @Nullable Alert latest) {

    public CaseFile {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
    }

    /** The file of an assessment of which nothing is known. */
    public static CaseFile empty(AssessmentId assessment) {
        return new CaseFile(assessment, Collections.emptySortedMap(), null);
    }

    /** The alert of the latest episode. */
    public Optional<Alert> latestAlert() {
        return Optional.ofNullable(latest);
    }

    /** A decision arrives. */
    public Learning learn(Decided news, Policies policies, Instant now) {
        CaseFile file = with(news);
        Optional<Change> change = latest == null || !latest.isOpen()
                ? file.raiseIfNeeded(news, policies, now)
                : file.annotate(latest, news, now);
        return new Learning(
                change.map(Change::alert).map(file::with).orElse(file),
                change.stream().toList(),
                odditiesOf(news));
    }

    /** A record about this assessment could not be processed: it may have been an emergency. */
    public Learning suspect(Suspicion suspicion, Policies policies, Instant now) {
        if (latest != null && latest.isOpen()) {
            Change suspected = latest.suspected(suspicion.origin(), now);
            return new Learning(with(suspected.alert()), List.of(suspected), List.of());
        }
        Cause cause = new Cause(
                AlertKind.POSSIBLE_EMERGENCY,
                newestRevision(),
                Urgency.EMERGENCY,
                List.of(),
                suspicion.headline(),
                null);
        Change raised = raise(suspicion.origin(), cause, policies, now);
        return new Learning(with(raised.alert()), List.of(raised), List.of());
    }

    private Optional<Change> raiseIfNeeded(Decided news, Policies policies, Instant now) {
        if (!news.isEmergency() || !isNewToClosedAlert(news)) {
            return Optional.empty();
        }
        return Optional.of(raise(news.origin(), causeOf(null, news), policies, now));
    }

    /** A closed alert has answered for the revisions and rules that it knew; a repetition of those is not news. */
    private boolean isNewToClosedAlert(Decided news) {
        return latest == null
                || news.revision() > latest.cause().revision()
                || !latest.cause().rules().containsAll(news.emergencyRules());
    }

    private Optional<Change> annotate(Alert open, Decided news, Instant now) {
        Cause before = open.cause();
        boolean newEmergency = news.isEmergency()
                && (before.kind() != AlertKind.EMERGENCY || !before.rules().containsAll(news.emergencyRules()));
        return open.know(causeOf(before, news), news.origin(), newEmergency ? What.NEW_EMERGENCY : What.ANNOTATED, now);
    }

    private Change raise(Origin origin, Cause cause, Policies policies, Instant now) {
        int episode = latest == null ? 1 : latest.episode() + 1;
        return Alert.raise(
                AlertId.of(assessment, episode),
                assessment,
                episode,
                origin,
                cause,
                cause.kind().policy(policies, origin.networkId()),
                now);
    }

    /** What an open alert ({@code before}) or a new one is about, with the news in this file. */
    private Cause causeOf(@Nullable Cause before, Decided news) {
        Decided newest = revisions.sequencedValues().getLast();
        Set<String> rules = new LinkedHashSet<>(before == null ? List.of() : before.rules());
        if (news.isEmergency()) {
            rules.addAll(news.emergencyRules());
        }
        AlertKind kind = before == null || news.isEmergency() ? AlertKind.EMERGENCY : before.kind();
        Instant receivedAt = before == null || before.receivedAt() == null ? news.receivedAt() : before.receivedAt();
        return new Cause(
                kind, newest.revision(), newest.urgency(), List.copyOf(rules), headline(before, news), receivedAt);
    }

    private String headline(@Nullable Cause before, Decided news) {
        return revisions.sequencedValues().reversed().stream()
                .filter(Decided::isEmergency)
                .findFirst()
                .map(Decided::headline)
                .orElse(before == null ? news.headline() : before.headline());
    }

    private List<Oddity> odditiesOf(Decided news) {
        List<Oddity> oddities = new ArrayList<>();
        Decided known = revisions.get(news.revision());
        if (known != null && !known.hasSameBodyAs(news)) {
            oddities.add(Oddity.TWO_BODIES);
        }
        if (news.hasUnrecognisedUrgency()) {
            oddities.add(Oddity.UNRECOGNISED_URGENCY);
        }
        return oddities;
    }

    private int newestRevision() {
        return revisions.isEmpty() ? 1 : revisions.lastKey();
    }

    private CaseFile with(Decided news) {
        SortedMap<Integer, Decided> all = new TreeMap<>(revisions);
        all.merge(news.revision(), news, Decided::orMoreUrgent);
        return new CaseFile(assessment, all, latest);
    }

    private CaseFile with(Alert alert) {
        return new CaseFile(assessment, revisions, alert);
    }
}
