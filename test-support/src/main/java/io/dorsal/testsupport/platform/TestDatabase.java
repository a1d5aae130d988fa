package io.dorsal.testsupport.platform;

/** A database of one test, with the right to do all in it. */
public record TestDatabase(String host, int port, String name, String user, String password) {

    /** The address for JDBC. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s?reWriteBatchedInserts=true&logServerErrorDetail=false"
                .formatted(host, port, name);
    }

    /** The same database behind a proxy, which can cut it off. */
    public TestDatabase behind(TcpProxy proxy) {
        return new TestDatabase("localhost", proxy.port(), name, user, password);
    }
}
