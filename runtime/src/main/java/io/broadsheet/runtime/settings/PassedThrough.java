package io.broadsheet.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The settings that are not ours but Kafka's and the registry's, under their own names. */
final class PassedThrough {

    private static final List<String> PREFIXES =
            List.of(
                    "kafka.",
                    "schema.registry.",
                    "basic.auth.",
                    "bearer.auth.",
                    "auto.register.schemas",
                    "use.latest.version",
                    "value.subject.name.strategy");

    /**
     * What the names of secrets end with. Only these can be given as files: Kafka has settings of
     * its own that end with {@code .file}.
     */
    private static final List<String> SECRETS =
            List.of(
                    "password",
                    "passphrase",
                    "sasl.jaas.config",
                    "client.secret",
                    "keystore.key",
                    "keystore.certificate.chain",
                    "truststore.certificates",
                    "basic.auth.user.info",
                    "bearer.auth.token");

    private PassedThrough() {}

    /**
     * Those of a properties file under those of the environment.
     *
     * @param problems gets a line for each file of a secret that cannot be read
     */
    static Map<String, String> of(
            Map<String, String> file, Map<String, String> environment, List<String> problems) {
        Map<String, String> passed = new TreeMap<>(file);
        environment.forEach((variable, value) -> passed.put(key(variable), value));
        for (String variable : environment.keySet()) {
            if (namesFileOfSecret(variable)) {
                String secret = withoutFile(variable);
                passed.remove(key(variable));
                Variable.value(secret, environment, problems)
                        .ifPresent(value -> passed.put(key(secret), value));
            }
        }
        passed.keySet().removeIf(key -> !isPassed(key));
        return passed;
    }

    private static boolean namesFileOfSecret(String variable) {
        return variable.endsWith(Variable.FILE)
                && isPassed(key(variable))
                && SECRETS.stream().anyMatch(key(withoutFile(variable))::endsWith);
    }

    private static boolean isPassed(String key) {
        return PREFIXES.stream().anyMatch(key::startsWith);
    }

    private static String withoutFile(String variable) {
        return variable.substring(0, variable.length() - Variable.FILE.length());
    }

    private static String key(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
