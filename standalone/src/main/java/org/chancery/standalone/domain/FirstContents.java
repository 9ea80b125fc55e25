package org.chancery.standalone.domain;

import java.util.Optional;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.routing.Templates;
import org.chancery.standalone.accounts.FirstStart;
import org.chancery.standalone.demo.Demo;

/**
 * What has to be there before anyone asks: the tree, the routing templates, the first
 * administrator, the demo office.
 */
final class FirstContents {
  private final Bootstrap bootstrap;
  private final Templates templates;
  private final FirstStart firstStart;
  private final Optional<Demo> demo;

  FirstContents(
      Bootstrap bootstrap, Templates templates, FirstStart firstStart, Optional<Demo> demo) {
    this.bootstrap = bootstrap;
    this.templates = templates;
    this.firstStart = firstStart;
    this.demo = demo;
  }

  void make() {
    Optional<Demo> toFill = demo.filter(Demo::wanted);
    toFill.ifPresent(Demo::begin);
    Optional<String> word = firstStart.ensureAdministrator(demo.map(each -> Demo.adminPassword()));
    toFill.ifPresent(Demo::people);
    bootstrap.run();
    templates.ship();
    toFill.ifPresent(Demo::contents);
    demo.ifPresent(office -> office.listing().forEach(System.out::println));
    word.ifPresent(System.out::println);
  }
}
