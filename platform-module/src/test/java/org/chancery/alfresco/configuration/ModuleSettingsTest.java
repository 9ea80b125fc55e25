package org.chancery.alfresco.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ModuleSettingsTest {

  private static ModuleSettings of(String index, String idle, String longest) {
    return ModuleSettings.of(index, "/d/ledger", "/d/work", "/d/store", idle, "4", longest, "1024");
  }

  @Test
  void theShippedDefaultsCanBeUsed() throws IOException {
    Properties shipped = new Properties();
    try (InputStream in =
        getClass().getResourceAsStream("/alfresco/module/chancery/alfresco-global.properties")) {
      shipped.load(in);
    }

    ModuleSettings settings =
        of(
            "/d/index",
            shipped.getProperty("chancery.session.idleMinutes"),
            shipped.getProperty("chancery.session.longestHours"));

    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.longest()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.leastRoom()).isEqualTo(1L << 30);
    assertThat(settings.index()).isEqualTo(Path.of("/d/index"));
  }

  @Test
  void aFaultNamesTheKey() {
    assertThatThrownBy(() -> of("${chancery.data}/index", "15", "12"))
        .hasMessageContaining("chancery.index");
    assertThatThrownBy(() -> of("/d/index", "soon", "12"))
        .hasMessageContaining("chancery.session.idleMinutes");
    assertThatThrownBy(() -> of("/d/index", "15", "0"))
        .hasMessageContaining("chancery.session.longestHours");
  }
}
