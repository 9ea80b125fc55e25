package org.chancery.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How core is built. */
@AnalyzeClasses(
    packages = "org.chancery.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.chancery.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreKnowsNoHost =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.alfresco..",
              "org.apache.lucene..",
              "org.flowable..",
              "org.postgresql..",
              "java.sql..",
              "javax.sql..",
              "jakarta..",
              "org.chancery.standalone..",
              "org.chancery.alfresco..",
              "org.chancery.intakeprocess..",
              "org.chancery.search..",
              "org.chancery.ledger..",
              "org.chancery.ocr..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service)$")
          .because("such names say nothing of what a class is for");

  @ArchTest
  static final ArchRule onlyHttpSpeaksHttp =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.chancery.core.http..", "org.chancery.core")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.chancery.core.http..");

  @ArchTest
  static final ArchRule portsKnowNoDomain =
      classes()
          .that()
          .resideInAPackage("org.chancery.core.repository..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.chancery.core.repository..",
              "org.chancery.model..",
              "java..",
              "com.fasterxml.jackson.annotation..");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      noFields()
          .that()
          .areStatic()
          .and()
          .areNotFinal()
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage("org.chancery.core..")
          .allowEmptyShould(true);
}
