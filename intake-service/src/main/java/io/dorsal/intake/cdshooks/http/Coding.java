package io.dorsal.intake.cdshooks.http;

/** A code, the system that defines it, and what people read. */
record Coding(String system, String code, String display) {}
