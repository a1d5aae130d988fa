package io.dorsal.platform.launcher;

import io.dorsal.platform.process.PartFailure;
import picocli.CommandLine.Command;

/** Stands in the list of commands; the script itself runs the tests, since they need no launcher. */
@Command(name = "test", description = "Runs all tests, as CI does; arguments go to Maven.")
final class TestHint implements Runnable {

    @Override
    public void run() {
        throw new PartFailure("the tests are run by the script: ./dorsal test");
    }
}
