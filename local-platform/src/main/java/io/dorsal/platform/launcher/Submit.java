package io.dorsal.platform.launcher;

import io.dorsal.platform.client.AssessmentFile;
import io.dorsal.platform.client.FiledAssessment;
import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.client.Intake;
import io.dorsal.platform.client.Submitted;
import io.dorsal.platform.client.Tokens;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Submits assessments as a clinic, several at a time, and reports them in the order of the files. */
@Command(
        name = "submit",
        description = "Submits assessments; exits with 0 only if all were accepted, and decided with --wait.",
        mixinStandardHelpOptions = true)
final class Submit implements Callable<Integer> {

    private static final int AT_ONCE = 8;

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON or NDJSON; a member `assessment` of an object is taken for the assessment")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "ACCOUNT", description = "of a clinic (default: ${DEFAULT-VALUE})")
    private String account = "clinic-north";

    @Option(names = "--wait", description = "Print each decision, with its referrals and alert.")
    private boolean wait;

    @Option(names = "--fresh", description = "Make the patient references new.")
    private boolean fresh;

    Submit(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        UnaryOperator<ObjectNode> change = fresh ? new FreshReferences() : UnaryOperator.identity();
        List<FiledAssessment> assessments = new ArrayList<>();
        files.forEach(file -> assessments.addAll(AssessmentFile.read(file, change)));
        Ports ports = Ports.wellKnown();
        Intake intake = new Intake(
                URI.create("http://localhost:" + ports.of(Service.INTAKE)), new Tokens(ports.site()).of(account));
        return submit(assessments, intake) ? 0 : 1;
    }

    private boolean submit(List<FiledAssessment> assessments, Intake intake) throws Exception {
        SubmissionReport report = new SubmissionReport(console);
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Runnable>> reports = assessments.stream()
                    .map(assessment -> workers.submit(() -> submitted(assessment, intake, report)))
                    .toList();
            for (Future<Runnable> one : reports) {
                one.get().run();
            }
        }
        return report.isGood();
    }

    /** Submits, and waits if that is wanted; what is returned prints it when its turn comes. */
    private Runnable submitted(FiledAssessment assessment, Intake intake, SubmissionReport report) {
        return switch (intake.submit(assessment.json())) {
            case Submitted.Refused refused -> () -> report.refused(assessment, refused);
            case Submitted.Accepted accepted when !wait -> () -> report.accepted(assessment, accepted.assessmentId());
            case Submitted.Accepted accepted -> {
                JsonNode outcome = intake.outcome(accepted.assessmentId());
                yield () -> report.outcome(assessment, outcome);
            }
        };
    }
}
