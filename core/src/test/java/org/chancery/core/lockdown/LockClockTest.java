package org.chancery.core.lockdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.FileAccess;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.correspondence.LockMode;
import org.chancery.core.correspondence.Locking;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.memory.Unclocked;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Permission;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Locks: what they leave, what comes back after them, and that they end by themselves. */
class LockClockTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);
  private final MemoryHost host = new MemoryHost(clock, Checkpoint.NONE);
  private final MemoryOffice office = new MemoryOffice();
  private final CaseFolders folders =
      new CaseFolders(
          host.nodes(), host.permissions(), new Unclocked(host.nodes()), host.ledger(), clock);
  private final CaseFiles files =
      new CaseFiles(
          folders,
          host.nodes(),
          host.permissions(),
          host.sequences(),
          office,
          host.ledger(),
          clock);
  private final Locking locking =
      new Locking(
          host.nodes(),
          host.permissions(),
          host.versions(),
          files,
          new FileAccess(folders, host.nodes(), host.permissions()),
          new NotedEnds(host.queue()),
          host.ledger(),
          clock);
  private final LockClock ends = new LockClock(host.queue(), locking, host, clock);
  private final CaseAccess access = new CaseAccess(host.nodes(), host.permissions(), files, office);
  private Actor supervisor;
  private Caller clerk;
  private NodeId file;

  @BeforeEach
  void open() {
    supervisor = Actor.of(office.add("supervisor", "OPA", Role.SUPERVISOR), "test");
    clerk = office.add("clerk", "OPA", Role.CLERK).caller();
    new Bootstrap(host.nodes(), host.permissions(), host, office, () -> {}).run();
    host.write(
        () -> {
          NodeId folder =
              folders
                  .create(
                      supervisor,
                      new NewCaseFolder("individual", "Okafor", Optional.empty(), Map.of()))
                  .id();
          file = files.create(supervisor, folder, newFile()).id();
        });
  }

  private static NewCaseFile newFile() {
    return new NewCaseFile(
        "A",
        "public",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private void lock(NodeId id, LockMode mode, Optional<Instant> until, Grant... grants) {
    host.write(
        () -> locking.lock(supervisor, id, new Lock(mode, Set.of(grants), "Under inquiry", until)));
  }

  private boolean may(Caller caller, NodeId id, Permission permission) {
    return host.permissions().allowed(caller, id, permission);
  }

  private NodeId documents() {
    return files.documents(Caller.ofSystem(), file);
  }

  @Test
  void aLockEndsByItselfAndTheFileIsAsItWas() {
    AccessList before = host.permissions().get(Caller.ofSystem(), file);
    lock(file, LockMode.HIDDEN, Optional.of(NOON.plusSeconds(3600)));
    assertThat(may(clerk, file, Permission.READ)).isFalse();

    clock.forward(Duration.ofMinutes(59));
    ends.endDue();
    assertThat(may(clerk, file, Permission.READ)).isFalse();

    clock.forward(Duration.ofMinutes(1));
    ends.endDue();
    assertThat(host.permissions().get(Caller.ofSystem(), file)).isEqualTo(before);
    assertThat(host.nodes().get(clerk, file).aspects()).doesNotContain(Cor.LOCKED);
    assertThat(host.queue().size("lock-end")).isZero();
    assertThat(host.ledger().events())
        .anyMatch(
            event ->
                event.action() == Action.CHANGE_PERMISSIONS
                    && event.user().equals("system")
                    && event.details().equals(Map.of("change", "unlock", "by", "time")));
  }

  @Test
  void anEndThatWasPutOffDoesNotCount() {
    lock(file, LockMode.HIDDEN, Optional.of(NOON.plusSeconds(60)));
    lock(file, LockMode.HIDDEN, Optional.of(NOON.plusSeconds(600)));
    clock.forward(Duration.ofSeconds(61));
    ends.endDue();
    assertThat(may(clerk, file, Permission.READ)).isFalse();
    clock.forward(Duration.ofSeconds(600));
    ends.endDue();
    assertThat(may(clerk, file, Permission.READ)).isTrue();
  }

  @Test
  void anEndThatHasPassedIsRefused() {
    assertThatThrownBy(() -> lock(file, LockMode.HIDDEN, Optional.of(NOON)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aReadOnlyLockLeavesItToBeReadAndChangesNothingElse() {
    lock(documents(), LockMode.READ_ONLY, Optional.empty());
    assertThat(may(clerk, documents(), Permission.READ)).isTrue();
    assertThat(may(clerk, documents(), Permission.ADD_CHILD)).isFalse();
    assertThat(may(supervisor.caller(), documents(), Permission.CHANGE_PERMISSIONS)).isTrue();
    assertThat(may(clerk, file, Permission.ADD_CHILD)).isTrue();
  }

  @Test
  void aHiddenPartMadeReadOnlyIsSeenByThoseWhoSawItBefore() {
    lock(documents(), LockMode.HIDDEN, Optional.empty());
    assertThat(may(clerk, documents(), Permission.READ)).isFalse();
    lock(documents(), LockMode.READ_ONLY, Optional.empty());
    assertThat(may(clerk, documents(), Permission.READ)).isTrue();
    assertThat(may(clerk, documents(), Permission.WRITE)).isFalse();
  }

  @Test
  void whatHadAListOfItsOwnHasItAgainAfterTheLock() {
    NodeId part = documents();
    AccessList own = new AccessList(false, Set.of(new Grant("clerk", Grant.Role.READER)));
    host.write(() -> host.permissions().set(Caller.ofSystem(), part, own));
    Actor system = Actor.ofSystem();
    host.write(
        () ->
            locking.lock(system, part, new Lock(LockMode.HIDDEN, Set.of(), "x", Optional.empty())));
    host.write(() -> locking.unlock(system, part, Set.of(), "y"));
    assertThat(host.permissions().get(Caller.ofSystem(), part)).isEqualTo(own);
  }

  @Test
  void aGreyedValueIsTellableByItsKindAlone() {
    NodeId person =
        host.write(
            () -> {
              NodeId people =
                  host.nodes().child(Caller.ofSystem(), file, "people").orElseThrow().id();
              return host.nodes()
                  .create(
                      Caller.ofSystem(),
                      NewNode.of(people, Cor.CORRESPONDENT, "Okafor", Map.of(Cor.LAST_NAME, "O")))
                  .id();
            });
    NodeId value =
        host.write(
                () ->
                    host.nodes()
                        .create(
                            Caller.ofSystem(),
                            NewNode.of(
                                person,
                                Cor.PROTECTED_VALUE,
                                "ssn",
                                Map.of(Cor.KIND, "ssn", Cor.VALUE, "000-12-3456"))))
            .id();
    lock(value, LockMode.GREYED, Optional.empty());
    assertThat(may(clerk, value, Permission.READ)).isFalse();
    assertThat(host.nodes().get(clerk, person).<String>list(Cor.WITHHELD)).containsExactly("ssn");

    lock(value, LockMode.HIDDEN, Optional.empty());
    assertThat(host.nodes().get(clerk, person).<String>list(Cor.WITHHELD)).isEmpty();
    assertThatThrownBy(() -> lock(file, LockMode.GREYED, Optional.empty()))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void theReportSaysWhoAndWhyAndNothingOfWhatIsHidden() {
    lock(documents(), LockMode.HIDDEN, Optional.empty(), new Grant("privacy", Grant.Role.READER));

    CaseAccess.Report own = access.of(supervisor.caller(), file);
    assertThat(own.scopes())
        .extracting(CaseAccess.Scope::part)
        .containsExactlyInAnyOrder("file", "people", "routing", "documents");
    assertThat(own.entries())
        .anyMatch(
            entry ->
                entry.scope().equals(file)
                    && entry.authority().equals("GROUP_COMPONENT_OPA")
                    && entry.why().kind() == Why.Kind.COMPONENT)
        .anyMatch(
            entry ->
                entry.scope().equals(documents())
                    && entry.authority().equals("privacy")
                    && entry.why().kind() == Why.Kind.LOCK);

    CaseAccess.Report clerks = access.of(clerk, file);
    assertThat(clerks.scopes()).extracting(CaseAccess.Scope::part).doesNotContain("documents");
    assertThat(clerks.entries()).noneMatch(entry -> entry.authority().equals("privacy"));
  }
}
