package io.dorsal.platform.launcher;

import io.dorsal.platform.client.Tokens;
import io.dorsal.platform.process.PartFailure;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints an access token and nothing else. */
@Command(name = "token", description = "Prints an access token of a demo account.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ACCOUNT", description = "such as clinic-north or oncall")
    private String account = "";

    TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!DemoAccounts.names().contains(account)) {
            throw new PartFailure(
                    "there is no account " + account + "; there are: " + String.join(", ", DemoAccounts.names()));
        }
        PrintWriter out = console.out();
        out.println(new Tokens(Home.ports().site()).of(account));
        out.flush();
        return 0;
    }
}
