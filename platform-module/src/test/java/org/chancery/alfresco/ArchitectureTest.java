package org.chancery.alfresco;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What of the extension may know what; all our modules on its class path are looked at. */
@AnalyzeClasses(packages = "org.chancery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PLATFORM = {
    "org.alfresco..", "org.springframework.extensions..", "net.sf.acegisecurity.."
  };

  @ArchTest
  static final ArchRule ONLY_THIS_MODULE_KNOWS_THE_PLATFORM =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.chancery.alfresco..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLATFORM);

  /** Settings, tables and health are ours alone. */
  @ArchTest
  static final ArchRule AND_OF_IT_ONLY_WHAT_ADAPTS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.chancery.alfresco.configuration..",
              "org.chancery.alfresco.database..",
              "org.chancery.alfresco.health..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLATFORM);

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.chancery.alfresco.(*)..").should().beFreeOfCycles();

  /** Packed under other names, they would be the wrong classes anywhere else. */
  @ArchTest
  static final ArchRule FLYWAY_AND_LUCENE_STAY_WHERE_THEY_ARE =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.chancery.alfresco.database..", "org.chancery.search..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.flywaydb..", "org.apache.lucene..");

  /** What reads paper runs in processes of its own; the repository opens no untrusted file. */
  @ArchTest
  static final ArchRule NOTHING_IS_READ_IN_THE_REPOSITORY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.chancery.ocr..",
              "org.chancery.reading..",
              "org.chancery.standalone..",
              "org.apache.tika..",
              "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$")
          .because("such names say nothing of what a class is for");
}
