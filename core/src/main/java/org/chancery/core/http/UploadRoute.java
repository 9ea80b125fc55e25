package org.chancery.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.intake.Arrival;
import org.chancery.core.intake.Corrections;
import org.chancery.core.intake.Documents;
import org.chancery.core.intake.IntakeState;
import org.chancery.core.intake.Receiving;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** Documents handed in by hand (requirement C1). */
final class UploadRoute {
  private static final Pattern CLAIM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Receiving receiving;
  private final Documents documents;
  private final Corrections corrections;
  private final Contents contents;
  private final Nodes nodes;
  private final Permissions permissions;

  UploadRoute(
      Receiving receiving,
      Documents documents,
      Corrections corrections,
      Contents contents,
      Nodes nodes,
      Permissions permissions) {
    this.receiving = receiving;
    this.documents = documents;
    this.corrections = corrections;
    this.contents = contents;
    this.nodes = nodes;
    this.permissions = permissions;
  }

  /** An answer to {@link #post}. */
  record Received(NodeId id, String name, String sha256, String state, long revision) {}

  private record Taken(Map<String, String> texts, String name, ContentInfo stored) {}

  Handler.Work post(Exchange exchange) {
    Taken taken =
        Upload.read(
            exchange.request(),
            (texts, fileName, file) -> {
              arriving(exchange, texts);
              if (texts.containsKey("corrects")) {
                NodeId corrected = Exchange.idOf(texts.get("corrects"));
                corrections.require(exchange.actor(), corrected, parent(texts), reason(texts));
              } else {
                parent(texts).ifPresent(parent -> requireOpen(exchange, parent));
              }
              String name = texts.getOrDefault("name", "").isBlank() ? fileName : texts.get("name");
              return new Taken(texts, name, contents.store(file, "application/octet-stream"));
            });
    // Whole in the form that makes it the same request: what was sent, not where the parts broke.
    String what = new TreeMap<>(taken.texts()) + "\n" + taken.name() + "\n";
    String hash = exchange.hash((what + taken.stored().sha256()).getBytes(StandardCharsets.UTF_8));
    Arriving as = arriving(exchange, taken.texts());
    boolean placed = taken.texts().containsKey("parent") || taken.texts().containsKey("corrects");
    int tries = placed ? 1 : Handler.Work.SEVERAL;
    return new Handler.Work(hash, () -> create(exchange, taken, as), tries);
  }

  /**
   * How it arrives. Only an intake program says so itself: it names the claim under which it tries
   * again, however long after, and the channel. What it names no component for is the mailroom's.
   */
  private record Arriving(String claim, String channel, boolean claimed) {}

  private static Arriving arriving(Exchange exchange, Map<String, String> texts) {
    if (!texts.containsKey("claim") && !texts.containsKey("channel")) {
      return new Arriving(UUID.randomUUID().toString(), Arrival.UPLOAD, false);
    }
    if (!exchange.account().capabilities().contains(Capability.RUN_INTAKE)) {
      throw new Denied("Only an intake program may name a claim or a channel.");
    }
    String claim = texts.getOrDefault("claim", "");
    if (!CLAIM.matcher(claim).matches()) {
      throw Exchange.badParameter("claim", "must be a UUID in lower case");
    }
    if (!Arrival.WATCHED_FOLDER.equals(texts.get("channel"))
        || texts.containsKey("parent")
        || texts.containsKey("corrects")) {
      throw Exchange.badParameter(
          "channel", "must be watched-folder, without a parent or what it corrects");
    }
    return new Arriving(claim, Arrival.WATCHED_FOLDER, true);
  }

  private static Optional<NodeId> parent(Map<String, String> texts) {
    return Optional.ofNullable(texts.get("parent"))
        .filter(text -> !text.isBlank())
        .map(Exchange::idOf);
  }

  private static String reason(Map<String, String> texts) {
    return texts.getOrDefault("reason", "");
  }

  /** Refused before the bytes are taken in, not after. */
  private void requireOpen(Exchange exchange, NodeId parent) {
    nodes.get(exchange.caller(), parent);
    if (!permissions.allowed(exchange.caller(), parent, Permission.ADD_CHILD)) {
      throw new Denied("You may not add documents here.");
    }
  }

  private Response create(Exchange exchange, Taken taken, Arriving as) {
    Actor actor = exchange.actor();
    Map<String, String> texts = taken.texts();
    Optional<NodeId> parent = parent(texts);
    Node node;
    if (texts.containsKey("corrects")) {
      NodeId corrected = Exchange.idOf(texts.get("corrects"));
      node = corrections.add(actor, corrected, parent, taken.name(), taken.stored(), reason(texts));
    } else if (parent.isPresent()) {
      node = documents.create(actor, parent.get(), taken.name(), taken.stored());
    } else {
      Optional<String> component =
          Optional.ofNullable(taken.texts().get("component"))
              .filter(text -> !text.isBlank())
              .or(() -> as.claimed() ? Optional.empty() : actor.component());
      node =
          receiving.enter(
              new Arrival(
                  as.claim(),
                  exchange.request().body(),
                  taken.name(),
                  component,
                  as.channel(),
                  actor,
                  Optional.empty()),
              taken.stored());
    }
    exchange.about(node.id());
    // A number in the name would tell of another of that name where the sender may not look.
    boolean seen = nodes.find(exchange.caller(), node.id()).isPresent();
    return Response.json(
            201,
            new Received(
                node.id(),
                seen ? node.name() : taken.name(),
                node.text(Cor.SHA256).orElse(node.contents().get(Cm.CONTENT).sha256()),
                IntakeState.of(node).map(IntakeState::code).orElse("stored"),
                node.revision()))
        .withRevision(node.revision());
  }
}
