package org.chancery.core.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;

/** The routing templates: those that are shipped and those that an administrator deployed. */
public final class Templates {
  private static final String FOLDER = "/alfresco/module/chancery/bpmn/";
  private static final List<String> SHIPPED =
      List.of("citizenLetter", "congressionalInquiry", "draftForComment");

  private final ProcessEngine engine;
  private final TemplateCheck check;
  private final Transactions transactions;
  private final AuditTrail audit;

  /** What versions say; a version never changes. */
  private final Map<String, Template> read = new ConcurrentHashMap<>();

  Templates(
      ProcessEngine engine, TemplateCheck check, Transactions transactions, AuditTrail audit) {
    this.engine = engine;
    this.check = check;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** A version of a template with what it says. */
  public record Version(ProcessEngine.Deployed deployed, Template template) {}

  /** The newest version of each, by name. */
  public List<Version> all() {
    return engine.templates().stream()
        .map(this::version)
        .sorted(Comparator.comparing(each -> each.template().name()))
        .toList();
  }

  /** The newest version of a template; empty when there is none of that key. */
  public Optional<Version> newest(String key) {
    return engine.versions(key).stream().findFirst().map(this::version);
  }

  /** That version of a template. */
  public Optional<Version> find(String key, int version) {
    return engine.versions(key).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .map(this::version);
  }

  /** The bytes of a version as they were deployed. */
  public byte[] source(Version version) {
    return engine
        .source(version.deployed().key(), version.deployed().version())
        .orElseThrow(() -> new IllegalStateException("A template without its source"));
  }

  /** What a version says. */
  Template template(String key, int version) {
    return read.computeIfAbsent(
        key + ":" + version,
        unused ->
            check.check(
                engine
                    .source(key, version)
                    .orElseThrow(() -> new IllegalStateException("No version " + version))));
  }

  private Version version(ProcessEngine.Deployed deployed) {
    return new Version(deployed, template(deployed.key(), deployed.version()));
  }

  /**
   * Deploys a template as the next version of its key, within the transaction in progress.
   *
   * @throws TemplateRefused with every reason against it
   */
  public Version deploy(Actor actor, byte[] bpmn) {
    Template template = check.check(bpmn);
    ProcessEngine.Deployed deployed = engine.deploy(bpmn, actor.caller().user());
    audit.record(
        new AuditEvent(
            actor.caller().user(),
            Action.DEPLOY_TEMPLATE,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            actor.source(),
            Map.of("template", deployed.key(), "version", String.valueOf(deployed.version()))));
    return new Version(deployed, template);
  }

  /**
   * Deploys the shipped templates, as far as they have not been: at every start of a host. What an
   * administrator deployed since under the same key stays the newest.
   */
  public void ship() {
    for (String key : SHIPPED) {
      byte[] bpmn = shipped(key);
      transactions.write(
          () -> {
            boolean known =
                engine.versions(key).stream()
                    .anyMatch(
                        each ->
                            engine
                                .source(key, each.version())
                                .filter(source -> Arrays.equals(source, bpmn))
                                .isPresent());
            if (!known) {
              deploy(Actor.ofSystem(), bpmn);
            }
          });
    }
  }

  /** Keys of the shipped templates. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /** The bytes of a shipped template. */
  public static byte[] shipped(String key) {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + key + ".bpmn20.xml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
