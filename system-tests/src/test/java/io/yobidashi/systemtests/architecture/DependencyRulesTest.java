package io.yobidashi.systemtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows of the design, over the compiled classes of every module. */
class DependencyRulesTest {
    private static final Path ROOT = Path.of("..");
    static final List<String> MODULES = List.of(
            "core",
            "aws",
            "call-service",
            "ack-service",
            "reset-service",
            "dashboard-service",
            "infra/local-cloud",
            "ops");
    private static final JavaClasses ALL = classes(MODULES.toArray(String[]::new));

    private static JavaClasses classes(String... modules) {
        return new ClassFileImporter()
                .importPaths(Arrays.stream(modules)
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .toArray(Path[]::new));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void every_module_was_looked_at(String module) {
        assertThat(classes(module)).isNotEmpty();
    }

    @Test
    void packages_depend_on_each_other_in_no_circle() {
        slices().matching("io.yobidashi.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void core_knows_the_jdk_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.yobidashi.core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.yobidashi.core..", "java..", "org.jspecify..")
                .check(ALL);
    }

    @Test
    void rules_and_status_know_no_door() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.yobidashi.core.rules..", "io.yobidashi.core.status..", "io.yobidashi.core.telling..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.yobidashi.core.port..", "io.yobidashi.core.handler..", "java.io..", "java.net..")
                .check(ALL);
    }

    @Test
    void aws_knows_core_and_nothing_else_of_ours() {
        noClasses()
                .that()
                .resideInAPackage("io.yobidashi.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.yobidashi.call..",
                        "io.yobidashi.ack..",
                        "io.yobidashi.reset..",
                        "io.yobidashi.dashboard..",
                        "io.yobidashi.ops..",
                        "io.yobidashi.localcloud..")
                .check(ALL);
    }

    @Test
    void services_do_not_know_each_other() {
        slices().matching("io.yobidashi.(call|ack|reset|dashboard|ops)..")
                .should()
                .notDependOnEachOther()
                .check(ALL);
    }

    @Test
    void the_local_cloud_shares_no_code_with_the_services() {
        noClasses()
                .that()
                .resideInAPackage("io.yobidashi.localcloud..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.yobidashi..").and(not(resideInAPackage("io.yobidashi.localcloud.."))))
                .check(ALL);
    }

    @Test
    void time_comes_in_through_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.yobidashi.aws.wiring..", "io.yobidashi.localcloud", "io.yobidashi.ops")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(ALL);
    }
}
