package org.chancery.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.chancery.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theModuleNeedsNothingButTheJdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.chancery.model", "java..", "javax.xml..");

  @ArchTest
  static final ArchRule theReaderStaysBehindItsDoor =
      classes()
          .that()
          .haveNameMatching(
              "org\\.chancery\\.model\\.(Model(?!Exception).*|.*Reader.*|Element|Inheritance|Parameters)")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();
}
