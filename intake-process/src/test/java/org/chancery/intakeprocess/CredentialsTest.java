package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  @TempDir Path folder;

  private static String sent(Credentials credentials) throws IOException {
    String header = credentials.header().substring("Basic ".length());
    return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void thePasswordComesFromTheEnvironment() throws IOException {
    Map<String, String> environment = Map.of(Credentials.VARIABLE, "från här");
    assertThat(sent(Credentials.of("scanner", Optional.empty(), environment)))
        .isEqualTo("scanner:från här");
  }

  @Test
  void aPasswordThatIsChangedInItsFileIsUsedAtTheNextCall() throws IOException {
    Path file = file("old\n", "rw-------");
    Credentials credentials = Credentials.of("scanner", Optional.of(file), Map.of());
    assertThat(sent(credentials)).isEqualTo("scanner:old");
    Files.writeString(file, "new\n");
    assertThat(sent(credentials)).isEqualTo("scanner:new");
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    Path file = file("secret", "rw-r-----");
    assertThatThrownBy(() -> Credentials.of("scanner", Optional.of(file), Map.of()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("others")
        .hasMessageNotContaining("secret");
  }

  @Test
  void withoutAPasswordNothingStarts() {
    assertThatThrownBy(() -> Credentials.of("scanner", Optional.empty(), Map.of()))
        .isInstanceOf(StartRefused.class);
    Optional<Path> missing = Optional.of(folder.resolve("missing"));
    assertThatThrownBy(() -> Credentials.of("scanner", missing, Map.of()))
        .isInstanceOf(StartRefused.class);
  }
}
