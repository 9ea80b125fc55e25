package org.chancery.standalone.reading;

import org.chancery.core.intake.DocumentReader;
import org.chancery.ocr.ReadingPool;
import org.chancery.ocr.ReadingSettings;
import org.chancery.reading.WorkerReader;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.lifecycle.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the workers: one for each processor, started when there is something to read. Not there
 * with {@code chancery.reading=false}: then intake processes fetch the work.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chancery.reading", matchIfMissing = true)
public class ReadingConfiguration {

  /** Needs the data folder to be ours. */
  @Bean
  ReadingPool readingPool(ServerSettings settings, DataFolder folder) {
    return new ReadingPool(ReadingSettings.standard(settings.cacheFolder()));
  }

  @Bean
  DocumentReader documentReader(ReadingPool pool) {
    return new WorkerReader(pool);
  }
}
