package io.broadsheet.app.command;

import io.broadsheet.app.access.Gate;
import io.broadsheet.app.access.Grant;
import io.broadsheet.app.access.Grants;
import io.broadsheet.app.access.Principal;
import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.failure.FileTrouble;

import org.apache.kafka.common.errors.SecurityDisabledException;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code broadsheet access}: users and rules of a cluster that lets nobody do everything. */
@Command(
        name = "access",
        description = "Users and rights of the services on a cluster with an authorizer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class AccessCommand {

    private AccessCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new AccessCommand())
                .addSubcommand(new ListGrants(console))
                .addSubcommand(new MakeGrants(console));
    }

    /** {@code broadsheet access list}. */
    @Command(
            name = "list",
            description =
                    "Prints what each principal may do, for whoever keeps the rules elsewhere.",
            mixinStandardHelpOptions = true)
    static final class ListGrants implements Callable<Integer> {

        private final Console console;

        ListGrants(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Grants.all().forEach(grant -> console.out().println(grant));
            return ExitCode.DONE.value();
        }
    }

    /** {@code broadsheet access grant}. */
    @Command(
            name = "grant",
            description =
                    "Makes a user for each file of passwords, and the rights of all principals, as"
                            + " an administrator of the cluster. Safe to repeat; removes nothing, and"
                            + " tells which rights are there besides.",
            mixinStandardHelpOptions = true)
    static final class MakeGrants extends ClusterCommand {

        @Option(
                names = "--passwords",
                paramLabel = "DIR",
                description =
                        "files ingest, enrich, check-images, sink, setup, operator and registry,"
                                + " each with the password of its principal; without it, or without"
                                + " one of them, that user is left alone")
        private @Nullable Path passwords;

        MakeGrants(Console console) {
            super(console);
        }

        @Override
        ExitCode run(Cluster cluster) {
            Map<Principal, String> users = users();
            List<Grant> grants = Grants.all();
            Gate gate = new Gate(cluster.admin());
            try {
                if (!users.isEmpty()) {
                    gate.admit(users);
                }
                gate.allow(grants);
                users.keySet().forEach(user -> print("user         " + user.word()));
                grants.forEach(grant -> print("may          " + grant));
                gate.surplus(grants).forEach(rule -> print("besides      " + rule));
            } catch (SecurityDisabledException e) {
                throw new ToolFailure(
                        "this cluster asks nobody for rights; set authorizer.class.name on its"
                                + " brokers and controllers first",
                        e);
            }
            return ExitCode.DONE;
        }

        private Map<Principal, String> users() {
            Map<Principal, String> users = new EnumMap<>(Principal.class);
            if (passwords == null) {
                return users;
            }
            for (Principal principal : Principal.values()) {
                Path file = passwords.resolve(principal.word());
                if (Files.exists(file)) {
                    users.put(principal, password(file));
                }
            }
            if (users.isEmpty()) {
                throw new UserMistake(
                        "--passwords " + passwords + ": holds none of the files, see --help");
            }
            return users;
        }

        private static String password(Path file) {
            try {
                String password = Files.readString(file).strip();
                if (password.isEmpty()) {
                    throw new UserMistake(file + ": is empty; it must hold a password");
                }
                return password;
            } catch (IOException e) {
                throw new UserMistake(file + ": cannot be read: " + FileTrouble.words(e));
            }
        }
    }
}
