package org.chancery.standalone.domain;

import java.util.Optional;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.standalone.accounts.FirstStart;
import org.chancery.standalone.demo.Demo;

/** What has to be there before anyone asks: the tree, the first administrator, the demo office. */
final class FirstContents {
  private final Bootstrap bootstrap;
  private final FirstStart firstStart;
  private final Optional<Demo> demo;

  FirstContents(Bootstrap bootstrap, FirstStart firstStart, Optional<Demo> demo) {
    this.bootstrap = bootstrap;
    this.firstStart = firstStart;
    this.demo = demo;
  }

  void make() {
    Optional<Demo> toFill = demo.filter(Demo::wanted);
    Optional<String> word = firstStart.ensureAdministrator(demo.map(each -> Demo.adminPassword()));
    toFill.ifPresent(Demo::people);
    bootstrap.run();
    toFill.ifPresent(Demo::contents);
    demo.ifPresent(office -> office.listing().forEach(System.out::println));
    word.ifPresent(System.out::println);
  }
}
