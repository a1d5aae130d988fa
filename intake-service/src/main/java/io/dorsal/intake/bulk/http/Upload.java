package io.dorsal.intake.bulk.http;

import io.dorsal.intake.bulk.ReadLine;
import io.dorsal.intake.bulk.ReadingLines;
import io.dorsal.intake.limits.ClientLimits.Uploading;
import io.dorsal.intake.submission.Acceptance;
import io.dorsal.intake.submission.AcceptingMany;
import io.dorsal.intake.submission.Submission;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.LineReader.Line;
import io.dorsal.kit.http.NdjsonExchanges.WindowAnswer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One upload: of the lines of a window, as many as may be taken in are read, those that are assessments accepted together,
 * and all answered in order; then the next.
 */
final class Upload implements WindowAnswer {

    private final Clinic clinic;
    private final Uploading pace;
    private final int mostLines;
    private final ReadingLines reading;
    private final AcceptingMany accepting;
    private final BulkAnswers answers;

    Upload(
            Clinic clinic,
            Uploading pace,
            int mostLines,
            ReadingLines reading,
            AcceptingMany accepting,
            BulkAnswers answers) {
        this.clinic = clinic;
        this.pace = pace;
        this.mostLines = mostLines;
        this.reading = reading;
        this.accepting = accepting;
        this.answers = answers;
    }

    @Override
    public List<byte[]> to(int first, List<Line> window) throws InterruptedException {
        List<byte[]> answered = new ArrayList<>(window.size());
        while (answered.size() < window.size()) {
            int done = answered.size();
            int taken = pace.take(window.size() - done);
            answered.addAll(answered(first + done, window.subList(done, done + taken)));
        }
        return answered;
    }

    private List<byte[]> answered(int first, List<Line> taken) {
        List<ReadLine> lines = new ArrayList<>(taken.size());
        List<Submission> submissions = new ArrayList<>(taken.size());
        for (Line line : taken) {
            ReadLine read = read(first + lines.size(), line);
            lines.add(read);
            if (read instanceof ReadLine.Submitted(Submission submission)) {
                submissions.add(submission);
            }
        }
        Iterator<Acceptance> acceptances = accepting.accept(submissions).iterator();
        List<byte[]> answered = new ArrayList<>(lines.size());
        for (ReadLine line : lines) {
            int number = first + answered.size();
            answered.add(
                    line instanceof ReadLine.Submitted
                            ? answers.accepted(number, acceptances.next())
                            : answers.unread(number, line));
        }
        return answered;
    }

    private ReadLine read(int number, Line line) {
        if (number > mostLines) {
            return new ReadLine.TooMany();
        }
        return switch (line) {
            case Line.Text(byte[] bytes) -> reading.read(clinic, bytes);
            case Line.TooLong() -> new ReadLine.TooLong();
            case Line.End() -> throw new IllegalStateException("the end of an upload has no answer");
        };
    }
}
