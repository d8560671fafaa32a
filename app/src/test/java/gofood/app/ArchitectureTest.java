package gofood.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import gofood.platform.run.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house, said aloud.
class ArchitectureTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("gofood");
    private static final String[] SERVICES =
            Main.services().stream()
                    .map(service -> "gofood." + service.name() + "..")
                    .toArray(String[]::new);

    /// The classes that hold a service's rules: they get clock, ids and menus as arguments.
    private static final String[] DOMAIN = {
        "gofood.order.life.Order",
        "gofood.order.life.Steps",
        "gofood.order.price.Pricing",
        "gofood.order.price.Tariff",
        "gofood.order.settlement.Shares",
        "gofood.order.settlement.CalledOff",
        "gofood.order.slot.SlotTimes",
        "gofood.order.substitution.Exchange",
        "gofood.order.problem.Rules",
        "gofood.order.problem.Portions",
        "gofood.order.Basket",
        "gofood.payment.Payment",
        "gofood.delivery.ride.Ride",
        "gofood.delivery.eta.Forecast",
        "gofood.delivery.planning.Planner",
        "gofood.delivery.planning.Assignment",
        "gofood.delivery.planning.CostTable",
        "gofood.delivery.planning.Insertion",
        "gofood.delivery.planning.Tour",
        "gofood.delivery.planning.Walk",
        "gofood.restaurant.kitchen.TicketLife",
        "gofood.restaurant.menu.OpeningTimes",
        "gofood.notification.OrderMessages",
        "gofood.notification.RideMessages",
    };

    @Test
    void there_are_eight_services() {
        assertThat(Main.services()).hasSize(8);
        for (var service : SERVICES)
            assertThat(
                            HOUSE.stream()
                                    .anyMatch(c ->
                                            c.getPackageName().equals(service.replace("..", ""))
                                                    && c.isAssignableTo(Service.class)))
                    .as(service)
                    .isTrue();
    }

    @Test
    void no_service_knows_another() {
        for (var service : SERVICES)
            noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            Stream.concat(
                                            Stream.of(SERVICES)
                                                    .filter(other -> !other.equals(service)),
                                            Stream.of("gofood.app..", "gofood.simulator.."))
                                    .toArray(String[]::new))
                    .check(HOUSE);
    }

    @Test
    void the_wire_knows_nobody_and_the_platform_knows_only_the_wire() {
        noClasses()
                .that()
                .resideInAPackage("gofood.contracts..")
                .should()
                .dependOnClassesThat(
                        in("gofood").and(DescribedPredicate.not(in("gofood.contracts"))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("gofood.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(
                                        Stream.of(SERVICES),
                                        Stream.of("gofood.app..", "gofood.simulator.."))
                                .toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void the_simulator_speaks_only_the_public_api() {
        noClasses()
                .that()
                .resideInAPackage("gofood.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(HOUSE);
    }

    @Test
    void the_packages_of_the_platform_form_no_circle() {
        SlicesRuleDefinition.slices()
                .matching("gofood.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void the_domain_is_pure() {
        for (var name : DOMAIN) assertThat(HOUSE.contain(name)).as(name).isTrue();
        noClasses()
                .that(isDomain())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "java.net..",
                        "java.io..",
                        "java.nio..",
                        "io.helidon..",
                        "com.fasterxml..",
                        "gofood.platform.http..",
                        "gofood.platform.db..",
                        "gofood.platform.events..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void there_is_no_static_mutable_state() {
        fields().that().areStatic().should().beFinal().check(HOUSE);
        noFields().that().areStatic().should(haveMutableType()).check(HOUSE);
    }

    @Test
    void names_come_from_the_trade() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Entity|Mapper|Processor|Facade)(\\$.*)?")
                .check(HOUSE);
        var seen = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var type : HOUSE) {
            if (type.isNestedClass() || type.getSimpleName().equals("package-info")) continue;
            var before = seen.put(type.getSimpleName(), type.getName());
            if (before != null) twice.add(before + " and " + type.getName());
        }
        assertThat(twice).as("a class name exists once").isEmpty();
    }

    @Test
    void only_what_others_use_is_public() {
        for (var service : SERVICES)
            classes()
                    .that()
                    .resideInAPackage(service.replace("..", ""))
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .arePublic()
                    .and()
                    // the limits, which a service's sub-packages read
                    .haveSimpleNameNotEndingWith("Config")
                    .should()
                    .beAssignableTo(Service.class)
                    .check(HOUSE);
    }

    @Test
    void the_platform_stays_small() throws IOException {
        var root = Path.of("..").toRealPath();
        var platform = lines(root.resolve("platform/src/main/java"));
        var all = platform + lines(root.resolve("contracts/src/main/java"));
        for (var module : List.of("app", "simulator", "bench", "chaos"))
            all += lines(root.resolve(module + "/src/main/java"));
        try (var services = Files.list(root.resolve("services"))) {
            for (var service : services.toList()) all += lines(service.resolve("src/main/java"));
        }
        // what grows beyond this belongs to a service, or to a library; deadlines, repeats, limits
        // and leaving must be the same everywhere, so they are here, and so are traces, of which
        // each hop has to make its part, and what does the work of many at once, in few ways to
        // the database
        assertThat(platform).isLessThan(5_150);
        assertThat(platform * 4).as("a quarter of %d lines", all).isLessThan(all);
    }

    /// Lines that are neither empty nor a comment nor an import.
    private static long lines(Path folder) throws IOException {
        var count = new AtomicLong();
        if (!Files.isDirectory(folder)) return 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                count.addAndGet(
                        Files.readAllLines(file).stream()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                                .filter(line -> !line.startsWith("import "))
                                .count());
        }
        return count.get();
    }

    private static DescribedPredicate<JavaClass> in(String prefix) {
        return DescribedPredicate.describe(
                "in " + prefix, type -> (type.getPackageName() + ".").startsWith(prefix + "."));
    }

    private static DescribedPredicate<JavaClass> isDomain() {
        return DescribedPredicate.describe(
                "are domain",
                type ->
                        Stream.of(DOMAIN)
                                .anyMatch(name ->
                                        type.getName().equals(name)
                                                || type.getName().startsWith(name + "$")));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaField> haveMutableType() {
        var mutable =
                Set.of(
                        "java.util.HashMap",
                        "java.util.ArrayList",
                        "java.util.HashSet",
                        "java.util.concurrent.ConcurrentHashMap",
                        "java.util.concurrent.ConcurrentMap",
                        "java.util.concurrent.atomic.AtomicInteger",
                        "java.util.concurrent.atomic.AtomicLong",
                        "java.util.concurrent.atomic.AtomicBoolean",
                        "java.util.concurrent.atomic.AtomicReference",
                        "com.github.benmanes.caffeine.cache.Cache");
        return new com.tngtech.archunit.lang.ArchCondition<>("have a mutable type") {
            @Override
            public void check(JavaField field, com.tngtech.archunit.lang.ConditionEvents events) {
                if (mutable.contains(field.getRawType().getName()))
                    events.add(
                            com.tngtech.archunit.lang.SimpleConditionEvent.satisfied(
                                    field, field.getFullName()));
            }
        };
    }
}
