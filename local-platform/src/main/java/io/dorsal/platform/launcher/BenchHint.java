package io.dorsal.platform.launcher;

import io.dorsal.platform.process.PartFailure;
import picocli.CommandLine.Command;

/** Stands in the list of commands; the script itself runs the benchmarks, which are built apart from the platform. */
@Command(name = "bench", description = "Measures Dorsal beside others that do the same work; see bench --help.")
final class BenchHint implements Runnable {

    @Override
    public void run() {
        throw new PartFailure("the benchmarks are run by the script: ./dorsal bench");
    }
}
