package io.dorsal.kit.http;

import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * HTTP/1.1 as Tomcat speaks it, but for one thing: a transfer encoding or a version that it does not know is a bad
 * request, and no error of the server. Made by Tomcat, by its name.
 */
public final class StrictProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new StrictProcessor(this, getAdapter());
    }

    private static final class StrictProcessor extends Http11Processor {

        StrictProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        protected void setErrorState(ErrorState state, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status == HttpStatus.NOT_IMPLEMENTED.value()
                    || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value()) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
            super.setErrorState(state, failure);
        }
    }
}
