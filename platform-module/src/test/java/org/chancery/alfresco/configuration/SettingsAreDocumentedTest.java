package org.chancery.alfresco.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsAreDocumentedTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z.]+)` \\| `([^`]*)` \\|");

  @Test
  void theTableOfKeysIsThatOfTheShippedDefaults() throws IOException {
    Properties shipped = new Properties();
    try (InputStream in =
        getClass().getResourceAsStream("/alfresco/module/chancery/alfresco-global.properties")) {
      shipped.load(in);
    }
    Map<String, String> defaults = new TreeMap<>();
    shipped.stringPropertyNames().forEach(key -> defaults.put(key, shipped.getProperty(key)));

    Map<String, String> documented =
        ROW.matcher(Files.readString(Path.of("..", "docs", "alfresco.md")))
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

    assertThat(new TreeMap<>(documented)).isEqualTo(defaults);
  }
}
