package org.chancery.intakeprocess;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"org.chancery.intakeprocess", "org.chancery.reading"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** HTTP is all it has of the repository. */
  @ArchTest
  static final ArchRule IT_KNOWS_NO_HOST_NO_DATABASE_AND_NO_INDEX =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.chancery.standalone..",
              "org.chancery.alfresco..",
              "org.chancery.ledger..",
              "org.chancery.search..",
              "org.springframework..",
              "org.alfresco..",
              "java.sql..",
              "javax.sql..");

  /** What parses files runs in the workers alone. */
  @ArchTest
  static final ArchRule IT_OPENS_NO_UNTRUSTED_FILE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.tika..", "org.apache.pdfbox..", "com.sun.jna..");
}
