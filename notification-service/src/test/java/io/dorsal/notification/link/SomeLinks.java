package io.dorsal.notification.link;

/** Links for tests. */
public final class SomeLinks {

    public static final AlertLinks LINKS =
            new AlertLinks("https://dorsal.example/acknowledge/", "a secret that is at least 32 characters long");

    private SomeLinks() {}
}
