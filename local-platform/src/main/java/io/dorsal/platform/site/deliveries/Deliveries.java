package io.dorsal.platform.site.deliveries;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Everything that arrived, oldest first: the newest {@value #KEPT} about alerts and the newest {@value #KEPT_OF_OTHERS} of
 * all others, kept over a restart. What clinics are told of a bulk upload leaves room for what on-call staff are told.
 */
public final class Deliveries {

    static final int KEPT = 10_000;
    static final int KEPT_OF_OTHERS = 2_000;

    private static final Comparator<Delivery> BY_NUMBER = Comparator.comparingLong(Delivery::number);

    private final DeliveryJournal journal;
    private final Deque<Delivery> ofAlerts = new ArrayDeque<>();
    private final Deque<Delivery> others = new ArrayDeque<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private long last;

    Deliveries(DeliveryJournal journal) {
        this.journal = journal;
        List<Delivery> earlier = journal.read();
        earlier.forEach(this::keep);
        last = earlier.isEmpty() ? 0 : earlier.getLast().number();
        journal.rewrite(all());
    }

    /** Numbers it, keeps it, and tells the followers, in order; when this returns it has been written. */
    synchronized void add(Delivery arrived) {
        Delivery delivery = arrived.numbered(last + 1);
        journal.append(delivery);
        last = delivery.number();
        keep(delivery);
        followers.forEach(Runnable::run);
    }

    private void keep(Delivery delivery) {
        boolean ofAlert = delivery.alertId() != null;
        Deque<Delivery> kept = ofAlert ? ofAlerts : others;
        kept.addLast(delivery);
        if (kept.size() > (ofAlert ? KEPT : KEPT_OF_OTHERS)) {
            kept.removeFirst();
        }
    }

    synchronized List<Delivery> all() {
        return Stream.concat(ofAlerts.stream(), others.stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    synchronized List<Delivery> after(long number) {
        return Stream.concat(newerThan(number, ofAlerts), newerThan(number, others))
                .sorted(BY_NUMBER)
                .toList();
    }

    private static Stream<Delivery> newerThan(long number, Deque<Delivery> kept) {
        return Stream.generate(kept.descendingIterator()::next)
                .limit(kept.size())
                .takeWhile(delivery -> delivery.number() > number);
    }

    public synchronized List<Delivery> newestFirst(int limit) {
        return all().reversed().stream().limit(limit).toList();
    }

    public synchronized int count() {
        return ofAlerts.size() + others.size();
    }

    /** The number of the newest; 0 where there was none yet. */
    synchronized long latest() {
        return last;
    }

    /** Runs {@code follower} at each later arrival; it must not wait for anything. */
    void follow(Runnable follower) {
        followers.add(follower);
    }
}
