package org.chancery.alfresco.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is deployed: run when it has been packaged. */
@Tag("packaged")
class PackagedJarTest {
  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(new File(System.getProperty("chancery.jar")));
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  private Stream<String> names() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName);
  }

  /** So nothing can stand beside a class of the host's of the same name, whatever it brings. */
  @Test
  void everyClassIsBelowOurOwnPackage() {
    assertThat(
            names()
                .filter(name -> name.endsWith(".class"))
                .filter(name -> !name.startsWith("org/chancery/")))
        .isEmpty();
  }

  @Test
  void noDeclarationOfTheHostIsPackaged() {
    assertThat(names().filter(name -> name.startsWith("org/alfresco/"))).isEmpty();
    assertThat(names().filter(name -> name.startsWith("org/springframework/"))).isEmpty();
  }

  @Test
  void whatIsFoundByServiceFilesIsThereUnderItsNewName() throws IOException {
    Set<String> missing = new TreeSet<>();
    List<String> services = names().filter(name -> name.startsWith("META-INF/services/")).toList();
    assertThat(services).allMatch(name -> name.startsWith("META-INF/services/org.chancery."));
    assertThat(services)
        .contains(
            "META-INF/services/org.chancery.shaded.lucene.codecs.Codec",
            "META-INF/services/org.chancery.shaded.flywaydb.core.extensibility.Plugin");
    for (String service : services) {
      for (String provider : providers(service)) {
        if (jar.getEntry(provider.replace('.', '/') + ".class") == null) {
          missing.add(service + " names " + provider);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theModuleAndItsMigrationsAreThere() {
    Set<String> all = names().collect(Collectors.toSet());
    assertThat(all)
        .contains(
            "alfresco/module/chancery/module.properties",
            "alfresco/module/chancery/module-context.xml",
            "alfresco/module/chancery/alfresco-global.properties",
            "alfresco/module/chancery/model/correspondence-model.xml",
            "org/chancery/ledger/migration/V1_000__ledger.sql",
            "org/chancery/alfresco/migration/V4_000__sessions.sql",
            "openapi.yaml");
  }

  private List<String> providers(String service) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                jar.getInputStream(jar.getEntry(service)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
