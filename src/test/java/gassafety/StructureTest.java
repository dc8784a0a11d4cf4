package gassafety;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

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
    void theFloorPlanIsDrawn() {
        new Documenter(ROOMS, Documenter.Options.defaults().withOutputFolder("docs/modules")).writeModulesAsPlantUml();
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
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("findById")))
                .check(CLASSES);
    }
}
