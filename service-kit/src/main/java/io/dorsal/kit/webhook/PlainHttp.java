package io.dorsal.kit.webhook;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.util.Timeout;

/** HTTP that does what it is told and nothing besides: no redirects, no repeats, no cookies, no other encoding. */
final class PlainHttp {

    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(3);

    /** Whoever sends limits how much at a time: nobody is to wait here. */
    private static final int CONNECTIONS = 1024;

    private PlainHttp() {}

    /** A client that goes by the JVM's proxy settings, which are the way to let all go out through one door. */
    static CloseableHttpClient client(DnsResolver dns, Duration answerWithin) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_WITHIN)
                                .setSocketTimeout(Timeout.of(answerWithin))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(answerWithin))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(null))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
