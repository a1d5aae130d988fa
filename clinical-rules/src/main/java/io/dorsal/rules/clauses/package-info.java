/**
 * Conditions as tables: all rules of a ruleset are settled at once by looking each answer up, a bit for each rule. What does
 * not fit into tables is left over, to be evaluated as it is written.
 */
@NullMarked
package io.dorsal.rules.clauses;

import org.jspecify.annotations.NullMarked;
