package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Uploads a file portion by portion, each of which is answered before the next is sent; so it can be broken off at any
 * time. Lines that the broker has not acknowledged are uploaded again with the next portion.
 */
public final class BulkUpload {

    /** Hears of the answers. */
    public interface Listener {

        /** A line was refused for good. */
        void refused(int number, int status, JsonNode problem);

        /** So many lines are answered by now, in all runs. */
        void answered(UploadJournal journal);
    }

    private static final int LINES = 2_000;
    private static final int CHARACTERS = 2_000_000;
    private static final int UNACKNOWLEDGED = 503;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Intake intake;
    private final UploadJournal journal;
    private final Listener listener;
    private final List<BulkLine> again = new ArrayList<>();
    private Duration pause = FIRST_PAUSE;
    private long progressAt = System.nanoTime();

    public BulkUpload(Intake intake, UploadJournal journal, Listener listener) {
        this.intake = intake;
        this.journal = journal;
        this.listener = listener;
    }

    /**
     * Uploads all lines that the journal does not know, until each has its answer.
     *
     * @throws PartFailure where there was no progress for as long as {@link Intake#LONGEST}
     */
    public void run(BulkFile file) {
        for (List<BulkLine> portion = portion(file); !portion.isEmpty(); portion = portion(file)) {
            StringBuilder lines = new StringBuilder();
            portion.forEach(line -> lines.append(line.text()).append('\n'));
            List<JsonNode> answers = intake.upload(lines.toString().getBytes(StandardCharsets.UTF_8));
            if (answers.size() != portion.size()) {
                throw new PartFailure("the intake-service has answered %d of %d lines; run the same again to go on"
                        .formatted(answers.size(), portion.size()));
            }
            take(portion, answers);
        }
    }

    private List<BulkLine> portion(BulkFile file) {
        List<BulkLine> portion = new ArrayList<>(again);
        again.clear();
        int characters = 0;
        while (portion.size() < LINES && characters < CHARACTERS) {
            Optional<BulkLine> next = file.next();
            if (next.isEmpty()) {
                break;
            }
            if (!journal.knows(next.get().number())) {
                portion.add(next.get());
                characters += next.get().text().length();
            }
        }
        return portion;
    }

    private void take(List<BulkLine> portion, List<JsonNode> answers) {
        for (int index = 0; index < portion.size(); index++) {
            BulkLine line = portion.get(index);
            JsonNode problem = answers.get(index).path("problem");
            int status = problem.path("status").asInt(0);
            if (problem.isMissingNode()) {
                journal.answered(line.number(), true);
            } else if (status == UNACKNOWLEDGED) {
                again.add(line);
            } else {
                journal.answered(line.number(), false);
                listener.refused(line.number(), status, problem);
            }
        }
        journal.flush();
        listener.answered(journal);
        pauseUnlessProgress(again.size() < portion.size());
    }

    private void pauseUnlessProgress(boolean isProgress) {
        if (isProgress) {
            pause = FIRST_PAUSE;
            progressAt = System.nanoTime();
            return;
        }
        if (System.nanoTime() - progressAt > Intake.LONGEST.toNanos()) {
            throw new PartFailure("the broker has acknowledged nothing for %s; run the same again to go on"
                    .formatted(PersistentCalls.inWords(Intake.LONGEST)));
        }
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
