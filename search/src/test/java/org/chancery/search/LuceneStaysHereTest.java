package org.chancery.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Lucene is this package's own affair, and so is everything here but the index itself. */
@AnalyzeClasses(packages = "org.chancery", importOptions = ImportOption.DoNotIncludeTests.class)
class LuceneStaysHereTest {

  @ArchTest
  static final ArchRule ONLY_SEARCH_KNOWS_LUCENE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.chancery.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule ONLY_THE_INDEX_IS_PUBLIC =
      classes()
          .that()
          .resideInAPackage("org.chancery.search")
          .and()
          .doNotHaveSimpleName("LuceneSearchIndex")
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();
}
