package io.broadsheet.web.url;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pages that only lead to an address which stands in their own: {@code redirectors.txt} beside this
 * class. Nothing is asked for; who keeps the target to himself cannot be seen through.
 */
final class Redirectors {

    private static final String ANY = "*";
    private static final List<Redirector> ALL =
            KeptList.lines("redirectors.txt").stream().map(Redirectors::read).toList();

    private record Redirector(String host, String path, List<String> parameters) {

        boolean leads(WebUrl url) {
            return (path.equals(ANY) || path.equals(url.path())) && isOn(url.host());
        }

        private boolean isOn(String of) {
            return host.endsWith(ANY)
                    ? ("." + of).contains("." + host.substring(0, host.length() - 1))
                            && isWholeSite(of)
                    : of.equals(host) || of.endsWith("." + host);
        }

        /** So that {@code google.example.org} is no Google. */
        private boolean isWholeSite(String of) {
            String name = host.substring(0, host.indexOf('.') + 1);
            return RegistrableHost.of("https://" + of).filter(r -> r.startsWith(name)).isPresent();
        }
    }

    private Redirectors() {}

    /** The target, as it stands in the URL; empty if this is no redirector or has none. */
    static Optional<String> target(WebUrl url) {
        return ALL.stream()
                .filter(redirector -> redirector.leads(url))
                .flatMap(redirector -> redirector.parameters().stream())
                .flatMap(parameter -> LinkQuery.value(url.query(), parameter).stream())
                .filter(target -> WebUrl.parse(target).isPresent())
                .findFirst();
    }

    private static Redirector read(String line) {
        String[] fields = line.split(" ");
        return new Redirector(
                fields[0], fields[1], Arrays.asList(fields).subList(2, fields.length));
    }
}
