package io.dorsal.platform.jvm;

import java.nio.file.Path;

/** The JDK that this process runs on, and that every other part runs on too. */
public final class Jdk {

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private Jdk() {}

    public static String java() {
        return BIN.resolve("java").toString();
    }

    public static String jcmd() {
        return BIN.resolve("jcmd").toString();
    }

    /** Names the very build: a cache made by another does not fit. */
    public static String build() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version") + " "
                + System.getProperty("os.arch");
    }
}
