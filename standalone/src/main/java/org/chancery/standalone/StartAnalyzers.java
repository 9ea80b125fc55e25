package org.chancery.standalone;

import org.chancery.database.DatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tell Spring Boot which failures are told in one line, so that it prints no stack trace. */
final class StartAnalyzers {
  private StartAnalyzers() {}

  /** A start that was refused. */
  static final class Refused extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
      return new FailureAnalysis(cause.getMessage(), null, cause);
    }
  }

  /** A database that cannot be run. */
  static final class Database extends AbstractFailureAnalyzer<DatabaseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseException cause) {
      return new FailureAnalysis(cause.getMessage(), null, cause);
    }
  }
}
