package gassafety;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.session.SessionRepository;

class StructureTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Application.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gassafety");

    @Test
    void aRoomCallsOnlyTheRoomsItIsAllowedTo() {
        ROOMS.verify();
    }

    @Test
    void theFloorPlanIsDrawn() throws IOException {
        String arrows = ROOMS.stream()
                .flatMap(room -> room.getDirectDependencies(ROOMS)
                        .uniqueModules()
                        .map(below -> "    " + room.getIdentifier() + " --> " + below.getIdentifier()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        String drawing = "# The rooms, and which calls which\n\nDrawn by `StructureTest`.\n\n```mermaid\ngraph TD\n"
                + arrows + "\n```\n";
        Path file = Path.of("docs/modules/rooms.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, drawing);
        assertThat(arrows).contains("inspection --> hazard").doesNotContain("hazard --> inspection");
    }

    @Test
    void recordsAreReadOnlyThroughAScope() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("ScopedRepositoryBase")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .orShould()
                .callMethodWhere(target(HasName.Predicates.name("findById"))
                        .and(not(target(
                                HasOwner.Predicates.With.<JavaClass>owner(assignableTo(SessionRepository.class))))))
                .check(CLASSES);
    }
}
