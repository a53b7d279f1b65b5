package io.broadsheet.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;

/** The arrows between modules, and the few things only one place may do. */
class ArchitectureTest {

    private static final String ROOT = "io.broadsheet";

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void servicesNeverSeeEachOther() {
        String[] services = {"ingest", "enrich", "sink", "syndicate"};
        for (String service : services) {
            for (String other : services) {
                if (!service.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(in(service))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(in(other))
                            .check(PRODUCT);
                }
            }
        }
    }

    @Test
    void arrowsPointDownOnly() {
        String[] upwards = {
            "schemas",
            "runtime",
            "web",
            "embedded",
            "ingest",
            "enrich",
            "sink",
            "syndicate",
            "operate",
            "desk",
            "app"
        };
        for (int below = 0; below < upwards.length; below++) {
            for (int above = below + 1; above < upwards.length; above++) {
                noClasses()
                        .that()
                        .resideInAPackage(in(upwards[below]))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(in(upwards[above]))
                        .check(PRODUCT);
            }
        }
    }

    @Test
    void noPackageDependsOnItselfInACircle() {
        slices().matching("io.broadsheet.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyTheSafeFetcherSpeaksHttpToTheWorld() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.broadsheet.web.fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.broadsheet.schemas.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(PRODUCT);
    }

    @Test
    void kafkaEndsAtTheEdges() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.broadsheet.enrich.step..",
                        "io.broadsheet.ingest.format..",
                        "io.broadsheet.ingest.identity..",
                        "io.broadsheet.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(PRODUCT);
    }

    @Test
    void timeComesInFromOutside() {
        noClasses().should().callMethod(Instant.class, "now").check(PRODUCT);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
        noClasses().should().callMethod(Clock.class, "systemUTC").check(PRODUCT);
    }

    @Test
    void onlyTheCommandEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.broadsheet.app.Broadsheet")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(PRODUCT);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("io.broadsheet.v1..", "io.broadsheet.state.v1..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(PRODUCT);
    }

    @Test
    void aClassIsNamedForWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base)$")
                .check(PRODUCT);
    }

    private static String in(String module) {
        return ROOT + "." + module + "..";
    }
}
