package io.dorsal.testsupport.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a service and what it depends on, so that a test can cut the two apart and join them again. */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String targetHost;
    private final int targetPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean hanging;

    private TcpProxy(ServerSocket server, String targetHost, int targetPort) {
        this.server = server;
        this.targetHost = targetHost;
        this.targetPort = targetPort;
    }

    /** Starts a proxy in front of a server. */
    public static TcpProxy inFrontOf(String host, int port) throws IOException {
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        Thread.ofVirtual().start(proxy::acceptAll);
        return proxy;
    }

    /** The port to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** Breaks all connections and refuses new ones. */
    public void cut() {
        cut = true;
        open.forEach(TcpProxy::closeQuietly);
    }

    /** Takes connections and bytes, but passes nothing on: the server seems to hang. */
    public void hang() {
        hanging = true;
    }

    /** Lets connections through again; those that hung are broken. */
    public void restore() {
        if (hanging) {
            open.forEach(TcpProxy::closeQuietly);
        }
        cut = false;
        hanging = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(TcpProxy::closeQuietly);
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            join(client, new Socket(targetHost, targetPort));
        } catch (IOException targetIsAway) {
            client.close();
        }
    }

    private void join(Socket client, Socket target) {
        open.add(client);
        open.add(target);
        Thread.ofVirtual().start(() -> pump(client, target));
        Thread.ofVirtual().start(() -> pump(target, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!hanging) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One side went away; closing both tells the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }
}
