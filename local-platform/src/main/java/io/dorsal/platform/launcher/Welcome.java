package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.Part;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a newcomer reads once everything runs. */
final class Welcome {

    private Welcome() {}

    static void print(LocalPlatform platform, Duration took, PrintWriter out) {
        out.println();
        out.println(String.format(Locale.ROOT, "Dorsal is ready after %.1f s", took.toMillis() / 1000.0));
        out.println();
        line(
                out,
                "start page, mails, webhooks",
                "http://localhost:" + platform.ports().site());
        String intake = "http://localhost:" + platform.ports().of(Service.INTAKE);
        line(out, "pages of a clinic", intake + "/");
        line(out, "", intake + "/assessments");
        line(
                out,
                "worklists of specialists",
                "http://localhost:" + platform.ports().of(Service.REFERRAL) + "/");
        line(out, "on-call console", "http://localhost:" + platform.ports().of(Service.NOTIFICATION) + "/");
        for (Part part : platform.parts()) {
            Service.named(part.name())
                    .ifPresent(service -> line(
                            out,
                            service.id(),
                            "http://localhost:" + platform.ports().of(service)));
        }
        line(out, "broker", "localhost:" + platform.ports().kafka());
        line(out, "database", "localhost:" + platform.ports().postgres());
        out.println();
        List<String> names = DemoAccounts.names();
        line(out, "accounts (password = name)", names.stream().limit(6).collect(Collectors.joining(", ")) + ",");
        line(out, "", names.stream().skip(6).collect(Collectors.joining(", ")));
        out.println();
        out.println("  ./dorsal token oncall   prints an access token      ./dorsal status   shows what runs");
        out.println(
                "  ./dorsal submit FILE --wait   submits assessments   ./dorsal down     stops it, as Ctrl-C does here");
        out.println();
        out.flush();
    }

    private static void line(PrintWriter out, String what, String where) {
        out.println(String.format(Locale.ROOT, "  %-28s %s", what, where));
    }
}
