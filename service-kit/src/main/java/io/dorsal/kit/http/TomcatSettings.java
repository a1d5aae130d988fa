package io.dorsal.kit.http;

import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Makes Tomcat answer its own refusals as we answer ours, and keeps it from reading bodies. */
final class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ProblemWriter problems;

    TomcatSettings(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(StrictProtocol.class.getName());
        // A form is no body of ours: read as parameters, a broken one would fail wherever a parameter is asked for.
        server.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        server.addContextCustomizers(this::reportProblems);
    }

    private void reportProblems(Context context) {
        // Errors are not dispatched to a page, which would run through all filters again.
        for (ErrorPage page : context.findErrorPages()) {
            context.removeErrorPage(page);
        }
        Container host = context.getParent();
        host.getPipeline().addValve(new ProblemValve(problems));
        if (host instanceof StandardHost standard) {
            standard.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }
}
