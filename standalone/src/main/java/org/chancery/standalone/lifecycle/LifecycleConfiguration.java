package org.chancery.standalone.lifecycle;

import java.util.stream.Stream;
import org.chancery.core.KillPoint;
import org.chancery.core.repository.Checkpoint;
import org.chancery.standalone.ServerSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what concerns the process as a whole. */
@Configuration(proxyBeanMethods = false)
public class LifecycleConfiguration {

  @Bean
  DataFolder dataFolder(ServerSettings settings) {
    DataFolder folder = DataFolder.take(settings.data());
    // A watched folder elsewhere is its owner's to make and to open to scanners.
    folder.makePrivate(
        Stream.of(
                settings.contentFolder(),
                settings.indexFolder(),
                settings.workFolder(),
                settings.cacheFolder(),
                settings.ledgerWitness(),
                settings.inbox())
            .filter(each -> each.startsWith(settings.data()))
            .toList());
    return folder;
  }

  @Bean
  Checkpoint checkpoint() {
    return KillPoint.ofEnvironment();
  }

  /** The line that people and scripts wait for. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> readyNotice(ServerSettings settings) {
    return ready -> {
      if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
        System.out.println("Watched folder: " + settings.inbox());
        System.out.println("Chancery is ready at http://localhost:" + web.getWebServer().getPort());
      }
    };
  }
}
