package io.dorsal.platform.launcher;

import java.io.PrintWriter;

/** Where a command prints: what was asked for, and what went wrong. */
record Console(PrintWriter out, PrintWriter err) {

    /** Prints a line of what was asked for. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a line of what went wrong. */
    void complain(String line) {
        err.println("dorsal: " + line);
        err.flush();
    }
}
