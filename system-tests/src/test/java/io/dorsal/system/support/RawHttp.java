package io.dorsal.system.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no decent HTTP client would, and reads the status of the answer. */
public final class RawHttp {

    /** The connection was closed without a status: what was sent was not taken for a request of any version we speak. */
    public static final int CLOSED = 0;

    private static final int PATIENCE_MILLIS = 15_000;

    private RawHttp() {}

    /** The status that a request, byte for byte as given, is answered with. */
    public static int status(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = answer.readLine();
            return line == null || !line.startsWith("HTTP/") ? CLOSED : Integer.parseInt(line.split(" ", -1)[1]);
        } catch (SocketException closed) {
            return CLOSED;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer", e);
        }
    }

    /** Says that no more will come: a request that is not whole is not waited for. */
    private static void write(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException closedEarly) {
            // It was refused before all of it was read; the answer says so.
        }
    }
}
