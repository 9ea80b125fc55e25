package org.chancery.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.chancery.core.access.Actor;

/** Receives into the repository in this very process. */
final class LocalReceiver implements FolderReceiver {
  private final Receiving receiving;

  LocalReceiver(Receiving receiving) {
    this.receiving = receiving;
  }

  @Override
  public Optional<Reason> closed() {
    return Optional.empty();
  }

  @Override
  public void receive(Dropped file) throws IOException {
    try (InputStream bytes = file.bytes().open()) {
      receiving.receive(
          new Arrival(
              file.claimId(),
              bytes,
              file.name(),
              file.component(),
              Arrival.WATCHED_FOLDER,
              Actor.ofSystem(),
              Optional.empty()));
    }
  }
}
