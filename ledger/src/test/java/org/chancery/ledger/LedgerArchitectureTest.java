package org.chancery.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;

@AnalyzeClasses(
    packages = "org.chancery.ledger",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LedgerArchitectureTest {
  /** Spring, Flyway and the driver are the host's business. */
  @ArchTest
  static final ArchRule USES_NOTHING_BUT_CORE_THE_JDK_JACKSON_AND_SLF4J =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.sql..",
                  "javax.crypto..",
                  "org.slf4j..",
                  "com.fasterxml.jackson..",
                  "org.chancery.ledger..",
                  "org.chancery.core.audit..",
                  "org.chancery.core.intake..",
                  "org.chancery.core.http..",
                  "org.chancery.core.repository..",
                  "org.chancery.core.schedule..",
                  "org.chancery.core.destruction.."));

  /** A host's connection is committed by the host alone. */
  @ArchTest
  static final ArchRule ONLY_OWN_TRANSACTIONS_ARE_COMMITTED =
      noClasses()
          .that(not(type(OwnTransactions.class)))
          .should()
          .callMethod(Connection.class, "commit")
          .orShould()
          .callMethod(Connection.class, "rollback")
          .orShould()
          .callMethod(Connection.class, "setAutoCommit", boolean.class);
}
