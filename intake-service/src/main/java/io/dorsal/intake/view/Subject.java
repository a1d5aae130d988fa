package io.dorsal.intake.view;

/**
 * What a fact tells about: of several facts about one subject, one counts.
 *
 * @param type the kind of fact
 * @param id what tells its subjects apart
 */
public record Subject(Class<? extends Fact> type, Object id) {}
