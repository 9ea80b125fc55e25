package org.chancery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  private static final String DATABASE = "a-word-for-the-database";
  private static final String KEYSTORE = "a-word-for-the-keystore";
  private static final String HASH = "8846f7eaee8fb117ad06bdd830b7586c";

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private record Ended(int code, String output) {}

  @BeforeEach
  void makeTheImagesFolders() throws IOException {
    Files.createDirectories(folder.resolve("settings"));
    Files.copy(
        Stack.FOLDER.resolve("repository/chancery.properties"),
        folder.resolve("chancery.properties"));
    environment.put("CHANCERY_HOME", folder.toString());
    environment.put("CHANCERY_ALFRESCO_DATA", folder.resolve("data").toString());
    environment.put("CHANCERY_DB_PASSWORD", DATABASE);
    environment.put("CHANCERY_KEYSTORE_PASSWORD", KEYSTORE);
    environment.put("CHANCERY_ADMIN_PASSWORD_HASH", HASH);
    environment.put(
        "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
  }

  private Ended run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private Ended start() throws Exception {
    return run(Stack.FOLDER.resolve("repository/start").toString(), "env");
  }

  private Properties settings() throws IOException {
    Properties settings = new Properties();
    try (InputStream in =
        Files.newInputStream(folder.resolve("settings/alfresco-global.properties"))) {
      settings.load(in);
    }
    return settings;
  }

  @Test
  void theRepositoryIsGivenItsSecretsByFilesAlone() throws Exception {
    Ended started = start();

    assertThat(started.code()).as(started.output()).isZero();
    assertThat(started.output()).doesNotContain(DATABASE, KEYSTORE, HASH).contains("CATALINA_OPTS");
    assertThat(settings())
        .containsEntry("db.password", DATABASE)
        .containsEntry("alfresco_user_store.adminpassword", HASH)
        .containsEntry("dir.root", "/srv/alfresco/data");
    for (String file : List.of("alfresco-global.properties", "java-arguments")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("settings").resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aKeyIsMadeOnceAndKept() throws Exception {
    start();
    byte[] first = Files.readAllBytes(folder.resolve("data/keystore/keystore"));
    start();

    assertThat(folder.resolve("data/keystore/keystore")).hasBinaryContent(first);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("data/keystore/keystore"))) {
      keys.load(in, KEYSTORE.toCharArray());
    }
    assertThat(keys.getKey("metadata", KEYSTORE.toCharArray()).getAlgorithm()).isEqualTo("AES");
  }

  @Test
  void aMissingOrAwkwardSecretIsRefused() throws Exception {
    environment.put("CHANCERY_DB_PASSWORD", "${db.url}");
    assertThat(start().code()).isNotZero();
    environment.remove("CHANCERY_DB_PASSWORD");
    assertThat(start().output()).contains("CHANCERY_DB_PASSWORD is missing");
  }

  @Test
  void mailLeadsToTheAddressThatPeopleUse() throws Exception {
    environment.put("CHANCERY_PUBLIC_URL", "https://records.example.gov");
    start();

    assertThat(settings())
        .containsEntry("share.protocol", "https")
        .containsEntry("share.host", "records.example.gov")
        .containsEntry("share.port", "443");
  }

  @Test
  void theSecretsAreMadeOnceAndThePasswordIsNotKept() throws Exception {
    Path file = folder.resolve("made");
    environment.put("CHANCERY_ENV_FILE", file.toString());
    environment.put("CHANCERY_ADMIN_PASSWORD", "password");
    String script = Stack.FOLDER.resolve("make-env").toString();

    assertThat(run(script, "/srv/inbox").code()).isZero();
    Map<String, String> made = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      made.put(line.split("=", 2)[0], line.split("=", 2)[1]);
    }
    // The well-known hash of that word.
    assertThat(made).containsEntry("CHANCERY_ADMIN_PASSWORD_HASH", HASH);
    assertThat(made).doesNotContainValue("password").containsEntry("CHANCERY_INBOX", "/srv/inbox");
    assertThat(made.get("CHANCERY_DB_PASSWORD"))
        .matches("[0-9a-f]{48}")
        .isNotEqualTo(made.get("CHANCERY_KEYSTORE_PASSWORD"))
        .isNotEqualTo(made.get("CHANCERY_INTAKE_PASSWORD"));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    for (String needed : made.keySet()) {
      assertThat(Stack.text()).contains("${" + needed + ":?");
    }

    String before = Files.readString(file);
    assertThat(run(script, "/srv/inbox").code()).isEqualTo(2);
    assertThat(file).hasContent(before);
  }
}
