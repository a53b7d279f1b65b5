package io.broadsheet.e2e.faults.check;

import java.util.ArrayList;
import java.util.List;

/** I7: no reader passed unsaved work. I10: recovery was in time. I11: nothing is stuck. */
final class CourseCheck implements Check {

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        for (Found.Passed passed : all.course().passed()) {
            violations.add(
                    all.about(
                            "I7",
                            passed.record().toString(),
                            passed.reader()
                                    + " had passed it, and it had come to nothing: "
                                    + passed));
        }
        for (Found.Slow slow : all.course().slow()) {
            violations.add(all.about("I10", slow.what(), "too slow: " + slow));
        }
        for (Found.Stuck stuck : all.log().stuck()) {
            violations.add(
                    all.about(
                            "I11",
                            stuck.place().toString(),
                            "undecided records up to " + stuck.end()));
        }
        for (Found.Row row : all.store().rows()) {
            if (row.state().equals("PARTIAL")) {
                violations.add(all.about("I11", row.articleId(), "waits for images for ever"));
            }
        }
        return violations;
    }
}
