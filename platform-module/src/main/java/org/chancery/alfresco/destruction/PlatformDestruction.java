package org.chancery.alfresco.destruction;

import java.util.List;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.KillPoint;
import org.chancery.core.destruction.Destroyer;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remains;

/** Puts destruction together on the platform. */
public final class PlatformDestruction {
  private PlatformDestruction() {}

  /** On these ports. */
  public static Destruction of(AlfrescoRepository repository, Remains remains) {
    return new Destroyer(
        repository.nodes(),
        repository.versions(),
        repository.transactions(),
        remains,
        List.of(new NotErased("content", "Content and the platform's histories are still there.")),
        KillPoint.ofEnvironment());
  }
}
