package io.dorsal.platform.launcher;

import io.dorsal.platform.client.AssessmentFile;
import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.client.Intake;
import io.dorsal.platform.client.Submitted;
import io.dorsal.platform.client.Tokens;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.PartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits assessments as a clinic, several at a time, and reports them in the order of the files. A {@code .ndjson} file is
 * a backlog, which takes the bulk lane unless its decisions are waited for.
 */
@Command(
        name = "submit",
        description = {
            "Submits assessments; exits with 0 only if all were accepted, and decided with --wait.",
            "A .ndjson file of any size is uploaded by the bulk lane (without --wait): with progress, and told of are the"
                    + " lines that are refused. After an interruption the same command goes on where it was; nothing is"
                    + " doubled in any case.",
            "While the service or the broker is away, it is tried again for up to 10 minutes."
        },
        mixinStandardHelpOptions = true)
final class Submit implements Callable<Integer> {

    private static final int AT_ONCE = 8;
    private static final int UNDER_WAY = 32;

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON or NDJSON; a member `assessment` of an object is taken for the assessment")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "ACCOUNT", description = "of a clinic (default: ${DEFAULT-VALUE})")
    private String account = "clinic-north";

    @Option(names = "--wait", description = "Print each decision, with its reasons, referrals and alert.")
    private boolean wait;

    @Option(names = "--fresh", description = "Make the patient references new.")
    private boolean fresh;

    Submit(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        UnaryOperator<ObjectNode> change = fresh ? new FreshReferences() : UnaryOperator.identity();
        List<Path> backlogs =
                files.stream().filter(file -> !wait && Uploading.takes(file)).toList();
        List<FiledAssessment> assessments = new ArrayList<>();
        files.stream()
                .filter(file -> !backlogs.contains(file))
                .forEach(file -> assessments.addAll(AssessmentFile.read(file, change)));
        Ports ports = Home.ports();
        Tokens tokens = new Tokens(ports.site());
        Intake intake = new Intake(
                URI.create("http://localhost:" + ports.of(Service.INTAKE)),
                () -> tokens.of(account),
                console::complain);
        boolean good = submit(assessments, intake);
        Path journals = Home.installation().state().resolve("state").resolve("uploads");
        Uploading uploading = new Uploading(console, intake, journals, account);
        for (Path backlog : backlogs) {
            good &= uploading.upload(backlog, fresh);
        }
        return good ? 0 : 1;
    }

    private boolean submit(List<FiledAssessment> assessments, Intake intake) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        Deque<Future<Report>> underWay = new ArrayDeque<>();
        boolean good = true;
        try {
            for (FiledAssessment assessment : assessments) {
                if (underWay.size() == UNDER_WAY) {
                    good &= printed(underWay.remove());
                }
                underWay.add(workers.submit(() -> submit(assessment, intake)));
            }
            while (!underWay.isEmpty()) {
                good &= printed(underWay.remove());
            }
            return good;
        } finally {
            workers.shutdownNow();
        }
    }

    private Report submit(FiledAssessment assessment, Intake intake) {
        return switch (intake.submit(assessment.json())) {
            case Submitted.Refused refused -> Reports.refused(assessment, refused);
            case Submitted.Accepted accepted when !wait -> Reports.accepted(assessment, accepted.assessmentId());
            case Submitted.Accepted accepted ->
                Reports.outcome(assessment, accepted.assessmentId(), intake.outcome(accepted.assessmentId()));
        };
    }

    private boolean printed(Future<Report> one) {
        try {
            Report report = one.get();
            report.print(console);
            return report.isGood();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }
}
