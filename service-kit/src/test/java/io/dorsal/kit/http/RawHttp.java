package io.dorsal.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sends bytes that no decent HTTP client would, and reads what comes back until the connection closes. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 15_000;

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** The answer to a request, byte for byte as given; status 0 where the connection closed without any. */
    public Answer send(byte[] request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = open()) {
            write(socket.getOutputStream(), request);
            socket.getInputStream().transferTo(answer);
        } catch (SocketException closed) {
            // What came before it closed is the answer.
        } catch (IOException e) {
            throw new UncheckedIOException("no answer", e);
        }
        return Answer.of(answer.toString(StandardCharsets.ISO_8859_1));
    }

    public Answer send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request whose connection is closed after the answer. */
    public Answer send(String method, String target, String token, String headers, String body) {
        return send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(method, target, token, headers, body.length(), body));
    }

    public Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void write(OutputStream out, byte[] request) throws IOException {
        try {
            out.write(request);
            out.flush();
        } catch (SocketException closedEarly) {
            // It was refused before all of it was read; the answer says so.
        }
    }

    /** What came back. */
    public record Answer(int status, String head, String body) {

        public static Answer of(String text) {
            if (!text.startsWith("HTTP/")) {
                return new Answer(0, "", text);
            }
            int end = text.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(text.split(" ", 3)[1].strip()), text.substring(0, end), text.substring(end + 4));
        }

        /** The values of a header, joined. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .collect(Collectors.joining(", "));
        }
    }
}
