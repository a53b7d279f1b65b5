package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Label.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I6: each dead letter says why, and holds what it is about. */
final class ReasonCheck implements Check {

    private static final String ID = "I6";
    private static final String REFUSED = "ROW_REJECTED";

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        for (Found.Letter letter : all.log().letters()) {
            Optional<Accepted> about = all.ofLetter(letter);
            about.ifPresent(accepted ->
                    faults(all, letter, accepted)
                            .forEach(what ->
                                    violations.add(all.about(ID, accepted, what + ": " + letter))));
        }
        for (Found.NoLetter other : all.log().noLetters()) {
            violations.add(
                    all.about(ID, other.place().toString(), "this is no dead letter: " + other));
        }
        return violations;
    }

    private static List<String> faults(Case all, Found.Letter letter, Accepted accepted) {
        List<String> faults = new ArrayList<>();
        String code = codeOf(accepted);
        if (!code.equals(letter.code())) {
            faults.add(code.isEmpty() ? "buried, and nothing is wrong with it" : "not " + code);
        }
        if (!letter.digest().equals(digest(all, letter, accepted))) {
            faults.add("the original bytes are others");
        }
        boolean ofRecord = accepted.offer().label().kind() == Kind.BAD_RECORD;
        if (ofRecord && !accepted.place().equals(letter.origin())) {
            faults.add("the record lies at " + accepted.place());
        }
        return faults;
    }

    /** Empty for an offer that must not be buried. */
    private static String codeOf(Accepted accepted) {
        return switch (accepted.offer().expected()) {
            case Expected.Letter(String code) -> code;
            case Expected.Article _ ->
                    accepted.offer().label().kind() == Kind.REFUSED ? REFUSED : "";
        };
    }

    /** A letter of a sink holds a record of the enriched topic. */
    private static String digest(Case all, Found.Letter letter, Accepted accepted) {
        return letter.origin()
                .flatMap(all::enriched)
                .map(Found.Version::digest)
                .orElseGet(() -> accepted.offer().digest());
    }
}
