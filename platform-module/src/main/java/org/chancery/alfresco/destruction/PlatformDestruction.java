package org.chancery.alfresco.destruction;

import java.util.List;
import javax.sql.DataSource;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.KillPoint;
import org.chancery.core.destruction.Destroyer;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.ErasedProcesses;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Left;
import org.chancery.core.destruction.Remains;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.ledger.ErasedAnswers;
import org.chancery.ledger.ErasedWork;

/**
 * Puts destruction together on the platform. Its database, write-ahead log and backups are its
 * operator's.
 */
public final class PlatformDestruction {
  private PlatformDestruction() {}

  /**
   * On these ports.
   *
   * @param indexes {@link ErasedIndexes}
   * @param database bean {@code dataSource}
   */
  public static Destruction of(
      AlfrescoRepository repository,
      Remains remains,
      ProcessEngine engine,
      Eraser indexes,
      DataSource database) {
    return new Destroyer(
        repository.nodes(),
        repository.versions(),
        repository.transactions(),
        folder ->
            repository.addressesBelow(folder).stream()
                .map(address -> new Left(Left.Kind.ADDRESS, address))
                .toList(),
        remains,
        List.of(
            new ErasedWork(database),
            new ErasedAnswers(database),
            new ErasedProcesses(engine, repository.transactions()),
            new ErasedActivities(database, repository.transactions()),
            new ErasedContent(repository),
            indexes),
        KillPoint.ofEnvironment());
  }
}
