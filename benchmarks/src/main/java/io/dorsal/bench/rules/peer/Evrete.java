package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Logic;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.bench.rules.Rulebook.Entry;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.Type;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete: conditions generated as literals, which it compiles, asked in a stateless session. */
public final class Evrete implements Decider {
    private final KnowledgeService service = new KnowledgeService();
    private final Part conditions;
    private final Part pathway;

    public Evrete(Rulebook rulebook, List<Given> assessments) {
        this.conditions = new Part(service, rulebook.vocabulary(), rulebook.conditions(), assessments);
        this.pathway = new Part(service, rulebook.vocabulary(), rulebook.pathway(), assessments);
    }

    @Override
    public Object decide(int assessment) {
        Fired fired = conditions.fire(assessment);
        return fired.isEmpty() ? pathway.fire(assessment).first() : fired.all();
    }

    /** What rules are matched with. */
    public record Assessment(int[] numbers, int earlier) {}

    private static final class Part {
        private static final String EARLIER = "earlierAssessments";
        private static final JavaExpression EXPRESSION =
                new JavaExpression(question -> "$a." + name(question), "$a." + EARLIER);

        private final Fired fired;
        private final Knowledge knowledge;
        private final Assessment[] facts;

        Part(KnowledgeService service, Vocabulary vocabulary, List<Entry> rules, List<Given> assessments) {
            this.fired = new Fired(rules);
            this.knowledge = service.newKnowledge();
            Type<Assessment> type = knowledge.getTypeResolver().getOrDeclare(Assessment.class);
            for (Question question : vocabulary.questions()) {
                int index = question.index();
                type.declareIntField(name(question), assessment -> assessment.numbers()[index]);
            }
            type.declareIntField(EARLIER, Assessment::earlier);
            RuleSetBuilder<Knowledge> builder = knowledge.builder();
            rules.forEach(rule -> add(rule, builder));
            builder.build();
            this.facts = assessments.stream()
                    .map(given -> new Assessment(given.numbers(), given.earlier()))
                    .toArray(Assessment[]::new);
        }

        private void add(Entry rule, RuleSetBuilder<Knowledge> builder) {
            LhsBuilder<Knowledge> left = builder.newRule(rule.id()).forEach("$a", Assessment.class);
            List<Logic> parts = rule.when() instanceof Logic.All(var all) ? all : List.of(rule.when());
            for (Logic part : parts) {
                left = left.where(EXPRESSION.of(part));
            }
            int rank = rule.rank();
            left.execute(_ -> fired.add(rank));
        }

        Fired fire(int assessment) {
            fired.clear();
            knowledge.newStatelessSession().insertAndFire(facts[assessment]);
            return fired;
        }

        private static String name(Question question) {
            return question.path().replace('.', '_');
        }
    }
}
