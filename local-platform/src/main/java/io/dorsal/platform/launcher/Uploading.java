package io.dorsal.platform.launcher;

import io.dorsal.platform.client.BulkFile;
import io.dorsal.platform.client.BulkUpload;
import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.client.Intake;
import io.dorsal.platform.client.Submitted;
import io.dorsal.platform.client.UploadJournal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Uploads NDJSON files by the bulk lane, and goes on where an earlier upload of the same file was interrupted. */
final class Uploading {

    private final Console console;
    private final Intake intake;
    private final Path journals;
    private final String account;

    /**
     * @param journals where it is written down which lines of a file are answered, until all are
     */
    Uploading(Console console, Intake intake, Path journals, String account) {
        this.console = console;
        this.intake = intake;
        this.journals = journals;
        this.account = account;
    }

    /** Whether a file is of many assessments, for which nobody waits. */
    static boolean takes(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".ndjson");
    }

    /**
     * Uploads a file; whether all of its lines were accepted.
     *
     * @param fresh with new patient references, which makes it another file each time
     */
    boolean upload(Path file, boolean fresh) {
        BulkFile.Identity identity = BulkFile.identify(file);
        String name = String.valueOf(file.getFileName());
        String journalName = account + "-" + (fresh ? "fresh-" + UUID.randomUUID() : identity.hash());
        UploadProgress progress =
                new UploadProgress(console.err(), name, identity.lines(), UploadProgress.isOnTerminal());
        UnaryOperator<ObjectNode> change = fresh ? new FreshReferences() : UnaryOperator.identity();
        try (UploadJournal journal = UploadJournal.open(journals.resolve(journalName));
                BulkFile lines = BulkFile.open(file, change)) {
            if (journal.accepted() + journal.refused() > 0) {
                console.say(String.format(
                        Locale.ROOT,
                        "%s: %,d lines were answered before, going on after them",
                        name,
                        journal.accepted() + journal.refused()));
            }
            try {
                new BulkUpload(intake, journal, listener(name, progress)).run(lines);
            } finally {
                progress.end();
            }
            console.say(String.format(
                    Locale.ROOT, "%s: %,d lines accepted, %,d refused", name, journal.accepted(), journal.refused()));
            journal.finish();
            return journal.refused() == 0;
        }
    }

    private BulkUpload.Listener listener(String name, UploadProgress progress) {
        return new BulkUpload.Listener() {
            @Override
            public void refused(int number, int status, JsonNode problem) {
                progress.clear();
                Reports.refused(
                                new FiledAssessment(name + " line " + number, ""),
                                new Submitted.Refused(status, problem))
                        .print(console);
            }

            @Override
            public void answered(UploadJournal journal) {
                progress.show(journal);
            }
        };
    }
}
