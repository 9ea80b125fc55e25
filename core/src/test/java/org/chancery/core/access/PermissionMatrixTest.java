package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionMatrixTest {

  private static List<String> shipped() throws IOException {
    try (InputStream in = PermissionMatrix.class.getResourceAsStream("permission-matrix.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void nobodyButTheAdministratorManagesAccounts() {
    assertThat(holders(Capability.MANAGE_ACCOUNTS)).containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void theLedgerIsReadByTheIssoAndAdministratorsOnly() {
    assertThat(holders(Capability.READ_LEDGER)).containsExactly(Role.ISSO, Role.ADMINISTRATOR);
  }

  @Test
  void severalRolesTogetherAllowWhatEachAllows() {
    assertThat(Capability.of(EnumSet.of(Role.REVIEWER, Role.ISSO)))
        .contains(Capability.CHANGE, Capability.READ_LEDGER)
        .doesNotContain(Capability.LOCK);
  }

  private static List<Role> holders(Capability capability) {
    return PermissionMatrix.shipped().lines().stream()
        .filter(line -> line.capability() == capability)
        .findFirst()
        .orElseThrow()
        .roles();
  }

  @Test
  void aTableWithoutACapabilityIsRefused() throws IOException {
    List<String> lines = new ArrayList<>(shipped());
    lines.removeIf(line -> line.startsWith("LOCK "));
    assertThatThrownBy(() -> PermissionMatrix.of(lines)).hasMessageContaining("each capability");
  }

  @Test
  void aTableWithoutARoleIsRefused() throws IOException {
    List<String> lines = shipped().stream().filter(line -> !line.startsWith("AD = ")).toList();
    assertThatThrownBy(() -> PermissionMatrix.of(lines))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGapInALineIsRefused() throws IOException {
    List<String> lines =
        shipped().stream().map(line -> line.startsWith("LOCK ") ? "LOCK x -  x" : line).toList();
    assertThatThrownBy(() -> PermissionMatrix.of(lines)).hasMessageContaining("for each role");
  }
}
