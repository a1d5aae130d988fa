package io.dorsal.kit.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Reads a body up to a limit, as long as its sender does not take too long, and tells failures of the connection apart from those of everything else. */
final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final int limit;
    private final BodyPatience patience;
    private long seen;

    LimitedStream(ServletInputStream body, int limit, BodyPatience patience) {
        this.body = body;
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = readBody(buffer, offset, length);
        patience.require();
        seen += Math.max(read, 0);
        if (seen > limit && limit != Integer.MAX_VALUE) {
            throw new BodyTooLargeException(limit);
        }
        return read;
    }

    private int readBody(byte[] buffer, int offset, int length) throws IOException {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException brokenOff) {
            throw new UnreadableBodyException();
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
