package io.dorsal.bench.rules.peer;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Logic;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.bench.rules.Rulebook.Entry;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CEL: one expression a rule, parsed, checked and planned once. */
public final class Cel implements Decider {
    private final List<CelVariableResolver> assessments;
    private final Fired firedConditions;
    private final Fired firedPathway;
    private final Program[] conditions;
    private final Program[] pathway;

    public Cel(Rulebook rulebook, List<Given> assessments) {
        this.assessments = assessments.stream().map(Cel::variables).toList();
        this.firedConditions = new Fired(rulebook.conditions());
        this.firedPathway = new Fired(rulebook.pathway());
        CelCompiler compiler = compiler(rulebook.vocabulary());
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        this.conditions = programs(rulebook.conditions(), compiler, runtime);
        this.pathway = programs(rulebook.pathway(), compiler, runtime);
    }

    @Override
    public Object decide(int assessment) {
        CelVariableResolver variables = assessments.get(assessment);
        firedConditions.clear();
        try {
            for (int rank = 0; rank < conditions.length; rank++) {
                if ((Boolean) conditions[rank].eval(variables)) {
                    firedConditions.add(rank);
                }
            }
            if (!firedConditions.isEmpty()) {
                return firedConditions.all();
            }
            firedPathway.clear();
            int rank = 0;
            while (!(Boolean) pathway[rank].eval(variables)) {
                rank++;
            }
            firedPathway.add(rank);
            return firedPathway.first();
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Program[] programs(List<Entry> rules, CelCompiler compiler, CelRuntime runtime) {
        return rules.stream()
                .map(rule -> {
                    try {
                        return runtime.createProgram(
                                compiler.compile(expression(rule.when())).getAst());
                    } catch (CelValidationException | CelEvaluationException e) {
                        throw new IllegalStateException(rule.id(), e);
                    }
                })
                .toArray(Program[]::new);
    }

    private static final String EARLIER = "earlierAssessments";

    private static CelCompiler compiler(Vocabulary vocabulary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        builder.addVar(EARLIER, SimpleType.INT);
        for (Question question : vocabulary.questions()) {
            builder.addVar(name(question), SimpleType.INT);
            if (question.type() instanceof AnswerType.SetOf set) {
                set.symbols().forEach(symbol -> builder.addVar(name(question, symbol), SimpleType.BOOL));
            }
        }
        return builder.build();
    }

    /** Not a map, which would be copied for each program. */
    private static CelVariableResolver variables(Given given) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(EARLIER, (long) given.earlier());
        for (Question question : given.answers().vocabulary().questions()) {
            int raw = given.answers().raw(question.index());
            variables.put(name(question), (long) raw);
            if (question.type() instanceof AnswerType.SetOf set) {
                set.symbols()
                        .forEach(symbol ->
                                variables.put(name(question, symbol), raw > 0 && (raw & set.bit(symbol)) != 0));
            }
        }
        return name -> Optional.ofNullable(variables.get(name));
    }

    private static String expression(Logic logic) {
        return switch (logic) {
            case Logic.OneOf(var question, int accepted) ->
                Symbols.of(accepted)
                        .mapToObj(raw -> name(question) + " == " + raw)
                        .collect(Collectors.joining(" || ", "(", ")"));
            case Logic.AnySymbol(var question, int symbols) -> symbols(question, symbols, " || ");
            case Logic.AllSymbols(var question, int symbols) -> symbols(question, symbols, " && ");
            case Logic.Between(var question, int min, int max) ->
                "(%1$s >= %2$d && %1$s <= %3$d)".formatted(name(question), min, max);
            case Logic.Derived(var number, int min, int max) ->
                "(%1$s >= 0 && %2$s >= 0 && %1$s - %2$s / %3$d >= %4$d && %1$s - %2$s / %3$d <= %5$d)"
                        .formatted(name(number.from()), name(number.minus()), number.per(), min, max);
            case Logic.Unanswered(var question) -> name(question) + " == -1";
            case Logic.EarlierAssessments(int atLeast) -> EARLIER + " >= " + atLeast;
            case Logic.All(var parts) -> parts.isEmpty() ? "true" : joined(parts, " && ");
            case Logic.Any(var parts) -> joined(parts, " || ");
            case Logic.AtLeast(int count, var parts) ->
                parts.stream()
                                .map(part -> "(" + expression(part) + " ? 1 : 0)")
                                .collect(Collectors.joining(" + ", "(", ")"))
                        + " >= " + count;
            case Logic.Not(var negated) -> "!(" + expression(negated) + ")";
        };
    }

    private static String joined(List<Logic> parts, String operator) {
        return parts.stream().map(Cel::expression).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String symbols(Question question, int symbols, String operator) {
        AnswerType.SetOf type = (AnswerType.SetOf) question.type();
        return Symbols.of(symbols)
                .mapToObj(bit -> name(question, type.symbols().get(bit)))
                .collect(Collectors.joining(operator, "(", ")"));
    }

    private static String name(Question question) {
        return question.path().replace('.', '_');
    }

    private static String name(Question question, String symbol) {
        return name(question) + "_" + symbol;
    }
}
