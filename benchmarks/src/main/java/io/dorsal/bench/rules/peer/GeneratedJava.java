package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.bench.rules.Rulebook.Entry;
import java.util.List;

/** Plain Java with an {@code if} for each rule, generated and compiled: what writing by hand comes to at any size. */
public final class GeneratedJava implements Decider {
    /** A method much longer than this would never be compiled by the JVM. */
    private static final int RULES_IN_METHOD = 25;

    private static final JavaExpression EXPRESSION = new JavaExpression(question -> "a[" + question.index() + "]", "e");

    private final int[][] numbers;
    private final int[] earlier;
    private final Fired firedConditions;
    private final Fired firedPathway;
    private final Plain conditions;
    private final Plain pathway;

    public GeneratedJava(Rulebook rulebook, List<Given> assessments) {
        this.numbers = assessments.stream().map(Given::numbers).toArray(int[][]::new);
        this.earlier = assessments.stream().mapToInt(Given::earlier).toArray();
        this.firedConditions = new Fired(rulebook.conditions());
        this.firedPathway = new Fired(rulebook.pathway());
        this.conditions = compile("Conditions", rulebook.conditions(), false);
        this.pathway = compile("Pathway", rulebook.pathway(), true);
    }

    @Override
    public Object decide(int assessment) {
        firedConditions.clear();
        conditions.fire(numbers[assessment], earlier[assessment], firedConditions);
        if (!firedConditions.isEmpty()) {
            return firedConditions.all();
        }
        firedPathway.clear();
        pathway.fire(numbers[assessment], earlier[assessment], firedPathway);
        return firedPathway.first();
    }

    /** What the generated class does. */
    public interface Plain {
        void fire(int[] answers, int earlier, Fired fired);
    }

    private static Plain compile(String name, List<Entry> rules, boolean first) {
        StringBuilder whole = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (int from = 0; from < rules.size(); from += RULES_IN_METHOD) {
            whole.append("        fire%d(a, e, f);\n".formatted(from));
            methods.append(
                    "    private static void fire%d(int[] a, int e, %s f) {\n".formatted(from, Fired.class.getName()));
            for (Entry rule : rules.subList(from, Math.min(rules.size(), from + RULES_IN_METHOD))) {
                methods.append("        if (%s) { f.add(%d);%s }\n"
                        .formatted(EXPRESSION.of(rule.when()), rule.rank(), first ? " return;" : ""));
            }
            methods.append("    }\n");
        }
        String source = """
                public final class %s implements %s {
                    public void fire(int[] a, int e, %s f) {
                %s    }
                %s}
                """.formatted(name, Plain.class.getCanonicalName(), Fired.class.getName(), whole, methods);
        return InMemoryJava.instance(name, source, Plain.class);
    }
}
