package org.chancery.core.oversight;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.mail.Mailer;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Sha256;

/**
 * Tells those whom the settings name, by mail, when something is found out of place: once for each
 * finding, however often it is found again, and anew when it comes back after it was gone. What was
 * told of is in the ledger, as hashes of the findings.
 */
public final class Alarms {
  private static final int MOST_KEPT = 400;
  private static final int MOST_TOLD = 200;
  private static final int KEY_BYTES = 6;
  private static final int PAGE = 100;
  private static final String KIND = "kind";
  private static final String FINDINGS = "findings";

  private final Optional<Mailer> mailer;
  private final Notices notices;
  private final Accounts accounts;
  private final AuditTrail audit;

  /** Tells by the mailer; without one nobody is told. */
  public Alarms(Optional<Mailer> mailer, Notices notices, Accounts accounts, AuditTrail audit) {
    this.mailer = mailer;
    this.notices = notices;
    this.accounts = accounts;
    this.audit = audit;
  }

  /**
   * All that is out of place now, of a kind; within the transaction in progress.
   *
   * @param path where to see it
   * @param findings each in words that stay the same as long as it is the same; empty when all is
   *     well
   */
  public void found(Notices.Kind kind, String path, Collection<String> findings) {
    if (mailer.isEmpty()) {
      return;
    }
    Set<String> now =
        findings.stream()
            .map(Alarms::key)
            .sorted()
            .limit(MOST_KEPT)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = told(kind);
    if (now.equals(told)) {
      return;
    }
    Set<String> to = told.containsAll(now) ? Set.of() : recipients();
    to.forEach(user -> notices.tell(user, kind, path));
    Map<String, String> details = new LinkedHashMap<>();
    details.put(KIND, kind.name());
    details.put(FINDINGS, String.join(" ", now));
    details.put("to", String.join(" ", to));
    audit.record(
        new AuditEvent(
            Caller.ofSystem().user(),
            Action.ALARM,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            "system",
            details));
  }

  /** The findings that were there when somebody was last told of a kind, or that it was over. */
  private Set<String> told(Notices.Kind kind) {
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.of(Action.ALARM),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<String> cursor = Optional.empty();
    do {
      Page<AuditTrail.AuditEntry> page = audit.read(filter, cursor, PAGE);
      Optional<Map<String, String>> last =
          page.items().stream()
              .map(entry -> entry.event().details())
              .filter(details -> kind.name().equals(details.get(KIND)))
              .findFirst();
      if (last.isPresent()) {
        String[] keys = last.get().getOrDefault(FINDINGS, "").split(" ");
        return Arrays.stream(keys)
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return Set.of();
  }

  private Set<String> recipients() {
    Set<String> users = new TreeSet<>();
    for (String authority : mailer.orElseThrow().alarmed()) {
      if (authority.startsWith("GROUP_")) {
        accounts.members(authority, MOST_TOLD).forEach(member -> users.add(member.name()));
      } else {
        accounts.find(authority).ifPresent(account -> users.add(account.user()));
      }
    }
    return users;
  }

  private static String key(String finding) {
    byte[] hash = Sha256.computation().digest(finding.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
  }
}
