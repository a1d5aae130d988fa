package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.StatelessKieSession;

/** Drools: rules generated in its language, compiled as an executable model. */
public final class Drools implements Decider {
    private final Fired conditions;
    private final Fired pathway;
    private final Object[] assessments;
    private final Object[] withoutFinding;
    private final StatelessKieSession session;

    private Drools(Rulebook rulebook, List<Given> assessments, boolean pooled) {
        this.conditions = new Fired(rulebook.conditions());
        this.pathway = new Fired(rulebook.pathway());
        KieBase base = compile(Drl.of(rulebook));
        this.assessments = facts(base, Drl.ASSESSMENT, assessments);
        this.withoutFinding = facts(base, Drl.WITHOUT_FINDING, assessments);
        this.session = pooled ? base.newKieSessionsPool(1).newStatelessKieSession() : base.newStatelessKieSession();
        session.setGlobal(Drl.CONDITIONS, conditions);
        session.setGlobal(Drl.PATHWAY, pathway);
    }

    /** A stateless session makes itself anew for each decision, which is what it does unless told otherwise. */
    public static Drools stateless(Rulebook rulebook, List<Given> assessments) {
        return new Drools(rulebook, assessments, false);
    }

    /** A stateless session out of a pool of sessions, which are reset; made for many short sessions. */
    public static Drools pooled(Rulebook rulebook, List<Given> assessments) {
        return new Drools(rulebook, assessments, true);
    }

    @Override
    public Object decide(int assessment) {
        conditions.clear();
        session.execute(assessments[assessment]);
        if (!conditions.isEmpty()) {
            return conditions.all();
        }
        pathway.clear();
        session.execute(withoutFinding[assessment]);
        return pathway.first();
    }

    private static KieBase compile(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/bench/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static Object[] facts(KieBase base, String name, List<Given> assessments) {
        FactType type = base.getFactType(Drl.PACKAGE, name);
        return assessments.stream().map(given -> fact(type, given)).toArray();
    }

    private static Object fact(FactType type, Given given) {
        try {
            Object fact = type.newInstance();
            for (Question question : given.answers().vocabulary().questions()) {
                type.set(fact, Drl.name(question), given.answers().raw(question.index()));
            }
            type.set(fact, Drl.EARLIER, given.earlier());
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
