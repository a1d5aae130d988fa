package io.dorsal.platform.launcher;

import java.io.PrintWriter;

/** Where a command prints: what was asked for, and what went wrong. */
record Console(PrintWriter out, PrintWriter err) {}
