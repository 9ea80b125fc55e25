package org.chancery.standalone.transfer;

import java.nio.file.Path;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.transfer.Packager;
import org.chancery.packaging.ArchiveClasses;
import org.chancery.packaging.ArchivePackager;
import org.chancery.standalone.ServerSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the packager. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferSettings.class)
public class TransferConfiguration {

  @Bean
  Packager packager(ServerSettings server, TransferSettings settings, Checkpoint checkpoint) {
    Path place = settings.place() == null ? server.data().resolve("transfers") : settings.place();
    return new ArchivePackager(
        place, settings.sender(), ArchiveClasses.ofThisProcess(), checkpoint);
  }
}
