package io.dorsal.testsupport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    @Test
    void aClientOfATargetThatIsAwayIsToldAtOnce() throws IOException {
        int nobody = freePort();
        try (TcpProxy proxy = TcpProxy.inFrontOf("localhost", nobody);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(5_000);

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
