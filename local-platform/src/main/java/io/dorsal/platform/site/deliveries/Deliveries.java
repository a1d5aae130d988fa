package io.dorsal.platform.site.deliveries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that arrived, oldest first: the newest {@value #KEPT}, kept over a restart. */
public final class Deliveries {

    static final int KEPT = 10_000;

    private final DeliveryJournal journal;
    private final Deque<Delivery> kept = new ArrayDeque<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private long last;

    Deliveries(DeliveryJournal journal) {
        this.journal = journal;
        List<Delivery> earlier = journal.newest(KEPT);
        kept.addAll(earlier);
        last = earlier.isEmpty() ? 0 : earlier.getLast().number();
    }

    /** Numbers it, keeps it, and tells the followers, in order; when this returns it has been written. */
    synchronized void add(Delivery arrived) {
        Delivery delivery = arrived.numbered(last + 1);
        journal.append(delivery);
        last = delivery.number();
        kept.addLast(delivery);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        followers.forEach(Runnable::run);
    }

    synchronized List<Delivery> all() {
        return List.copyOf(kept);
    }

    synchronized List<Delivery> after(long number) {
        return kept.stream().filter(delivery -> delivery.number() > number).toList();
    }

    public synchronized List<Delivery> newestFirst(int limit) {
        List<Delivery> newest = new ArrayList<>(limit);
        var descending = kept.descendingIterator();
        while (descending.hasNext() && newest.size() < limit) {
            newest.add(descending.next());
        }
        return newest;
    }

    public synchronized int count() {
        return kept.size();
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
