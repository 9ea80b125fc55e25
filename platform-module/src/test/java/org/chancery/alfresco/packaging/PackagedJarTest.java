package org.chancery.alfresco.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.io.TempDir;

/** What is deployed: run when it has been packaged. */
@Tag("packaged")
class PackagedJarTest {
  @TempDir Path unpacked;
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

  /** In a process of its own, from what the JAR carries within itself. */
  @Test
  void whatChecksPackagesIsCarriedWhole() throws Exception {
    ProcessBuilder check =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            carried(),
            "org.chancery.archive.check.PdfACommand");
    Process process = check.redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write((System.getProperty("chancery.jar") + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    assertThat(said).isEqualTo("It is no PDF that can be read.");
  }

  private String carried() throws IOException {
    List<String> paths = new ArrayList<>();
    for (String name : names().filter(each -> each.contains("/transfer/carried/")).toList()) {
      Path file = unpacked.resolve(name.substring(name.lastIndexOf('/') + 1));
      try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
        Files.copy(in, file);
      }
      paths.add(file.toString());
    }
    assertThat(paths).hasSizeGreaterThan(10);
    return String.join(File.pathSeparator, paths);
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
