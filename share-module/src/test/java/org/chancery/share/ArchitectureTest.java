package org.chancery.share;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.chancery.share",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** It runs with whatever Share has; what writes the forms while building is not packaged. */
  @ArchTest
  static final ArchRule WHAT_IS_PACKAGED_NEEDS_NOTHING_BUT_THE_SERVLET_CONTAINER =
      classes()
          .that()
          .resideInAPackage("org.chancery.share")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.chancery.share", "java..", "jakarta.servlet..");
}
