package org.chancery.standalone.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.access.Session;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.standalone.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  private static final String SOURCE = "192.0.2.7";
  private static final String RIGHT = AccountsFixture.PASSWORD;

  @TempDir static Path data;

  private static AccountsFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new AccountsFixture(data);
  }

  @AfterAll
  static void stop() throws Exception {
    fixture.close();
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRightPasswordOpensASessionThatMustStillBeAffirmed() {
    String user = fixture.account("opens", false);
    Session session = fixture.sessions.open("Opens ", RIGHT, SOURCE).orElseThrow();
    assertThat(session.affirmed()).isFalse();
    assertThat(session.account().user()).isEqualTo(user);
    assertThat(session.csrf()).isNotEmpty().isNotEqualTo(session.id());
    assertThat(fixture.sessions.affirm(session).affirmed()).isTrue();
    assertThat(fixture.sessions.resume(session.id(), true).orElseThrow().affirmed()).isTrue();
  }

  @Test
  void everySessionHasAnIdOfItsOwn() {
    fixture.account("twice", false);
    Session one = fixture.sessions.open("twice", RIGHT, SOURCE).orElseThrow();
    Session two = fixture.sessions.open("twice", RIGHT, SOURCE).orElseThrow();
    assertThat(one.id()).isNotEqualTo(two.id());
    fixture.sessions.close(one);
    assertThat(fixture.sessions.resume(one.id(), true)).isEmpty();
    assertThat(fixture.sessions.resume(two.id(), true)).isPresent();
    assertThat(fixture.sessions.resume("of-the-clients-own-making", true)).isEmpty();
  }

  @Test
  void wrongPasswordsAndUnknownNamesAreAnsweredAlike() {
    String user = fixture.account("wrong", false);
    assertThat(fixture.sessions.open(user, "incorrect horse", SOURCE)).isEmpty();
    assertThat(fixture.sessions.open("nobody-of-that-name", RIGHT, SOURCE)).isEmpty();
    assertThat(fixture.basic.signIn(basic("nobody-of-that-name", RIGHT), true, SOURCE)).isEmpty();
    assertThat(fixture.signIns("nobody-of-that-name")).containsExactly(Outcome.FAILED);
  }

  @Test
  void tooManyWrongPasswordsLockTheAccountForAWhile() {
    String user = fixture.account("locked", false);
    for (int i = 0; i < PasswordCheck.TRIES; i++) {
      assertThat(fixture.sessions.open(user, "guess " + i, SOURCE)).isEmpty();
    }
    assertThat(fixture.sessions.open(user, RIGHT, SOURCE)).isEmpty();
    fixture.clock.forward(PasswordCheck.LOCK.plusSeconds(1));
    assertThat(fixture.sessions.open(user, RIGHT, SOURCE)).isPresent();
  }

  @Test
  void wrongPasswordsFarApartLockNothing() {
    String user = fixture.account("patient", false);
    for (int i = 0; i < 2 * PasswordCheck.TRIES; i++) {
      assertThat(fixture.sessions.open(user, "guess " + i, SOURCE)).isEmpty();
      fixture.clock.forward(PasswordCheck.LOCK.plusSeconds(1));
    }
    assertThat(fixture.sessions.open(user, RIGHT, SOURCE)).isPresent();
  }

  @Test
  void aSessionNobodyUsesIsLockedAndAUsedOneIsNot() {
    fixture.account("idle", false);
    Session used = fixture.sessions.open("idle", RIGHT, SOURCE).orElseThrow();
    Session left = fixture.sessions.open("idle", RIGHT, SOURCE).orElseThrow();
    fixture.clock.forward(Duration.ofMinutes(10));
    assertThat(fixture.sessions.resume(used.id(), true)).isPresent();
    assertThat(fixture.sessions.resume(left.id(), false)).isPresent();
    fixture.clock.forward(Duration.ofMinutes(10));
    assertThat(fixture.sessions.resume(used.id(), true)).isPresent();
    assertThat(fixture.sessions.resume(left.id(), true))
        .as("what a page asked for in the background did not keep it open")
        .isEmpty();
    fixture.sessions.endIdle();
    assertThat(fixture.sessions.resume(used.id(), true)).isPresent();
  }

  @Test
  void signingInAgainGoesOnInALockedSessionWithoutAffirmingAgain() {
    fixture.account("returns", false);
    Session session = affirmed("returns");
    fixture.clock.forward(Duration.ofMinutes(16));
    fixture.sessions.endIdle();
    assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();

    Session fresh = fixture.sessions.open("returns", RIGHT, SOURCE).orElseThrow();
    assertThat(fresh.affirmed()).isFalse();
    Session goesOn = fixture.sessions.takeOver(session.id(), fresh);
    assertThat(goesOn.affirmed()).isTrue();
    assertThat(fixture.sessions.resume(fresh.id(), true).orElseThrow().affirmed()).isTrue();
    assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();
  }

  @Test
  void nothingGoesOnForSomebodyElseNorAfterTheEnd() {
    fixture.account("first", false);
    fixture.account("second", false);
    Session session = affirmed("first");
    fixture.sessions.lock(session);
    assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();
    Session other = fixture.sessions.open("second", RIGHT, SOURCE).orElseThrow();
    assertThat(fixture.sessions.takeOver(session.id(), other).affirmed()).isFalse();

    Session again = affirmed("first");
    fixture.clock.forward(Duration.ofHours(5));
    Session late = fixture.sessions.open("first", RIGHT, SOURCE).orElseThrow();
    assertThat(fixture.sessions.takeOver(again.id(), late).affirmed()).isFalse();
  }

  private Session affirmed(String user) {
    return fixture.sessions.affirm(fixture.sessions.open(user, RIGHT, SOURCE).orElseThrow());
  }

  @Test
  void everySessionOfAnAccountCanBeEndedAtOnce() {
    fixture.account("many", false);
    Session one = affirmed("many");
    Session two = affirmed("many");
    fixture.sessions.endAll("many");
    assertThat(fixture.sessions.resume(one.id(), true)).isEmpty();
    assertThat(fixture.sessions.resume(two.id(), true)).isEmpty();
  }

  @Test
  void aPasswordIsNotUsedAgain() {
    String user = fixture.account("forgetful", false);
    assertThat(fixture.accounts.wasUsed(user, RIGHT)).isTrue();
    fixture.set(user, "Another-password-1");
    assertThat(fixture.accounts.wasUsed(user, RIGHT)).isTrue();
    assertThat(fixture.accounts.wasUsed(user, "Never-before-1")).isFalse();
    assertThat(fixture.sessions.open(user, RIGHT, SOURCE)).isEmpty();
    assertThat(fixture.sessions.open(user, "Another-password-1", SOURCE)).isPresent();
  }

  @Test
  void aSessionEndsAfterADaysWorkEvenWhenItIsUsed() {
    fixture.account("tireless", false);
    Session session = fixture.sessions.open("tireless", RIGHT, SOURCE).orElseThrow();
    Duration step = Duration.ofMinutes(10);
    for (Duration at = step; at.compareTo(LocalSessions.LONGEST) < 0; at = at.plus(step)) {
      fixture.clock.forward(step);
      assertThat(fixture.sessions.resume(session.id(), true)).isPresent();
    }
    fixture.clock.forward(step);
    assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();
  }

  @Test
  void anAccountDisabledInTheDatabaseIsOutWithinASecond() {
    String user = fixture.account("disabled", true);
    Session session = fixture.sessions.open(user, RIGHT, SOURCE).orElseThrow();
    assertThat(fixture.basic.signIn(basic(user, RIGHT), true, SOURCE)).isPresent();
    fixture.disable(user);
    assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();
    assertThat(fixture.basic.signIn(basic(user, RIGHT), true, SOURCE)).isEmpty();
    assertThat(fixture.sessions.open(user, RIGHT, SOURCE)).isEmpty();
  }

  @Test
  void onlyProgramsSignInByBasic() {
    String program = fixture.account("program", true);
    String person = fixture.account("person", false);
    Session session = fixture.basic.signIn(basic(program, RIGHT), true, SOURCE).orElseThrow();
    assertThat(session.means()).isEqualTo(Session.Means.BASIC);
    assertThat(session.affirmed()).isTrue();
    assertThat(fixture.basic.signIn(basic(program, RIGHT), false, SOURCE).orElseThrow().affirmed())
        .isFalse();
    assertThat(fixture.basic.signIn(basic(person, RIGHT), true, SOURCE)).isEmpty();
    assertThat(fixture.signIns(person)).containsExactly(Outcome.FAILED);
    assertThat(fixture.signIns(program)).containsExactly(Outcome.DONE);
  }

  @Test
  void aRememberedBasicPasswordDoesNotOutliveALock() {
    String user = fixture.account("guessed", true);
    assertThat(fixture.basic.signIn(basic(user, RIGHT), true, SOURCE)).isPresent();
    for (int i = 0; i < PasswordCheck.TRIES; i++) {
      assertThat(fixture.basic.signIn(basic(user, "guess " + i), true, SOURCE)).isEmpty();
    }
    assertThat(fixture.basic.signIn(basic(user, RIGHT), true, SOURCE)).isEmpty();
  }

  @Test
  void whatIsNoBasicHeaderSignsNobodyIn() {
    assertThat(fixture.basic.signIn("Bearer abc", true, SOURCE)).isEmpty();
    assertThat(fixture.basic.signIn("Basic ***", true, SOURCE)).isEmpty();
    assertThat(fixture.basic.signIn("Basic bm9jb2xvbg==", true, SOURCE)).isEmpty();
  }

  @Test
  void aPasswordThatIsTooShortIsRefused() {
    assertThatThrownBy(
            () ->
                fixture.accounts.create(
                    fixture
                        .sessions
                        .open(fixture.account("source", false), RIGHT, SOURCE)
                        .orElseThrow()
                        .account(),
                    "short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groupsOfComponentsAndRolesAreFoundByLabel() {
    String group = Authorities.roleIn("EXECSEC", Role.CLERK);
    assertThat(fixture.accounts.label(group)).isEqualTo("Clerk · EXECSEC");
    assertThat(fixture.accounts.search("clerk · exec", 10))
        .extracting("name")
        .containsExactly(group);
    assertThat(fixture.accounts.label("GROUP_NO_SUCH")).isEqualTo("GROUP_NO_SUCH");
    String user = fixture.account("labelled", false);
    assertThat(fixture.accounts.labels(List.of(group, user, "nobody", "GROUP_NO_SUCH")))
        .isEqualTo(
            Map.of(
                group,
                "Clerk · EXECSEC",
                user,
                "Someone",
                "nobody",
                "nobody",
                "GROUP_NO_SUCH",
                "GROUP_NO_SUCH"));
  }

  @Test
  void theFirstStartMakesAnAdministratorAndThenNoOther(@TempDir Path folder) throws Exception {
    FirstStart unattended =
        new FirstStart(fixture.accounts, folder, Optional.empty(), Optional.empty());
    FirstStart refused =
        new FirstStart(fixture.accounts, folder, Optional.of("short"), Optional.empty());
    assertThatThrownBy(() -> refused.ensureAdministrator(Optional.empty()))
        .isInstanceOf(StartRefused.class);
    FirstStart hurried =
        new FirstStart(
            fixture.accounts, folder, Optional.empty(), Optional.of(new Typing(List.of("a"))));
    assertThatThrownBy(() -> hurried.ensureAdministrator(Optional.empty()))
        .isInstanceOf(StartRefused.class);

    Path file = folder.resolve("admin-password");
    assertThat(unattended.ensureAdministrator(Optional.empty()).orElseThrow())
        .contains(file.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String password = Files.readString(file).strip();
    assertThat(fixture.basic.signIn(basic("admin", password), true, SOURCE)).isPresent();
    assertThat(unattended.ensureAdministrator(Optional.empty())).isEmpty();
  }

  /** Types one answer after the other, then nothing. */
  private static final class Typing implements FirstStart.Terminal {
    private final Iterator<String> answers;

    Typing(List<String> answers) {
      this.answers = answers.iterator();
    }

    @Override
    public Optional<String> secret(String prompt) {
      return answers.hasNext() ? Optional.of(answers.next()) : Optional.empty();
    }

    @Override
    public void say(String line) {}
  }
}
