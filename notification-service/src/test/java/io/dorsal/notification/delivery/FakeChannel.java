package io.dorsal.notification.delivery;

import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A channel that keeps what it is given, and answers or hangs as it is told. */
public final class FakeChannel implements Channel {

    private final ChannelKind kind;
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private volatile Outcome answer = new Outcome.Accepted("ok");
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public FakeChannel(ChannelKind kind) {
        this.kind = kind;
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public Outcome send(Message message, Contact contact) throws InterruptedException {
        sent.add(message);
        gate.await();
        return answer;
    }

    /** What was sent so far, repetitions included. */
    public List<Message> sent() {
        return List.copyOf(sent);
    }

    public void answers(Outcome outcome) {
        answer = outcome;
    }

    /** From now on nothing is answered. */
    public void hangs() {
        gate = new CountDownLatch(1);
    }

    /** Answers what hangs. */
    public void recovers() {
        gate.countDown();
    }
}
