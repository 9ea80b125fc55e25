package org.chancery.standalone.domain;

import java.util.Optional;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.standalone.accounts.FirstStart;

/** What has to be there before anyone asks: the tree and the first administrator. */
final class FirstContents {
  private final Bootstrap bootstrap;
  private final FirstStart firstStart;

  FirstContents(Bootstrap bootstrap, FirstStart firstStart) {
    this.bootstrap = bootstrap;
    this.firstStart = firstStart;
  }

  void make() {
    Optional<String> word = firstStart.ensureAdministrator();
    bootstrap.run();
    word.ifPresent(System.out::println);
  }
}
