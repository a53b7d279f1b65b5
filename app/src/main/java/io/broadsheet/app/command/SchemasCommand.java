package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.contract.ContractSchemas;
import io.broadsheet.schemas.contract.SubjectState;
import io.broadsheet.schemas.registry.RegistryException;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.registry.SchemaIncompatibleException;
import io.broadsheet.schemas.registry.SchemaRegistry;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code broadsheet schemas}: the schemas of the contract in a registry. */
@Command(
        name = "schemas",
        description = "Registers and checks the schemas of all topics.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class SchemasCommand {

    private static final String REMEDY =
            "its other versions forbid this schema: someone else uses this subject, or another"
                    + " version of Broadsheet was here; look at them, and use another registry, or"
                    + " topics of other names";

    private SchemasCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new SchemasCommand())
                .addSubcommand(new Register(console))
                .addSubcommand(new Check(console));
    }

    /** Asks the registry about each topic; needs no broker. */
    abstract static class EachSubject implements Callable<Integer> {

        private final Console console;

        @Mixin private final ClusterOptions where = new ClusterOptions();

        @Option(names = "--json", description = "one JSON object a subject")
        private boolean json;

        EachSubject(Console console) {
            this.console = console;
        }

        /** What is found or done; whether all is well. */
        record Answer(boolean good, String state, String advice) {}

        abstract Answer about(Topic<?> topic, ContractSchemas schemas);

        @Override
        public Integer call() {
            SchemaRegistry registry = where.access().registry();
            boolean good = true;
            for (Topic<?> topic : Topics.ALL) {
                Answer answer = ask(topic, new ContractSchemas(registry));
                good &= answer.good();
                console.out().println(line(topic.subject(), answer));
            }
            return (good ? ExitCode.DONE : ExitCode.FAILED).value();
        }

        private Answer ask(Topic<?> topic, ContractSchemas schemas) {
            try {
                return about(topic, schemas);
            } catch (RegistryUnavailableException e) {
                throw new ToolFailure(
                        "no registry answers; start it, or name another with --registry: "
                                + e.getMessage(),
                        e);
            } catch (RegistryException e) {
                throw new ToolFailure(String.valueOf(e.getMessage()), e);
            }
        }

        private String line(String subject, Answer answer) {
            if (!json) {
                return "%-12s %s%s"
                        .formatted(
                                answer.state(),
                                subject,
                                answer.advice().isEmpty() ? "" : "; " + answer.advice());
            }
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", subject)
                    .put("state", answer.state())
                    .put("advice", answer.advice())
                    .toString();
        }
    }

    /** {@code broadsheet schemas register}. */
    @Command(
            name = "register",
            description =
                    "Registers every schema, with compatibility FULL_TRANSITIVE; what is there"
                            + " already stays as it is.",
            mixinStandardHelpOptions = true)
    static final class Register extends EachSubject {

        Register(Console console) {
            super(console);
        }

        @Override
        Answer about(Topic<?> topic, ContractSchemas schemas) {
            try {
                return new Answer(true, "registered", "id " + schemas.register(topic));
            } catch (SchemaIncompatibleException e) {
                return new Answer(false, "incompatible", REMEDY);
            }
        }
    }

    /** {@code broadsheet schemas check}. */
    @Command(
            name = "check",
            description =
                    "Tells which schemas are missing or not compatible, changes nothing, and exits"
                            + " with 1 if there are any.",
            mixinStandardHelpOptions = true)
    static final class Check extends EachSubject {

        Check(Console console) {
            super(console);
        }

        @Override
        Answer about(Topic<?> topic, ContractSchemas schemas) {
            return switch (schemas.check(topic)) {
                case SubjectState.Registered(int id) -> new Answer(true, "registered", "id " + id);
                case SubjectState.Missing _ ->
                        new Answer(false, "missing", "`broadsheet schemas register` registers it");
                case SubjectState.Incompatible _ -> new Answer(false, "incompatible", REMEDY);
                case SubjectState.OtherRule(var rule) ->
                        new Answer(
                                false,
                                "rule",
                                "its compatibility is "
                                        + rule
                                        + ", FULL_TRANSITIVE is needed; `broadsheet schemas"
                                        + " register` sets it");
            };
        }
    }
}
