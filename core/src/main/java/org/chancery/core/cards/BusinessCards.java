package org.chancery.core.cards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.intake.Documents;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;

/**
 * Business cards that wait to become people (requirement S16). A card is seen by the component of
 * whoever handed it in, by the privacy officer and by administrators; with the person it goes to
 * the component that owns the entry.
 */
public final class BusinessCards {
  /** The folder in which they wait, below that of all stakeholders. */
  public static final String FOLDER = "Cards";

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST = 20_000;

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final Documents documents;
  private final AuditTrail audit;

  /** On these ports. */
  public BusinessCards(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      Documents documents,
      AuditTrail audit) {
    this.audit = audit;
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.documents = documents;
  }

  /** How far a card has come. */
  public enum State {
    /** It is being read. */
    READING,
    /** It was read; what was found waits to be confirmed. */
    READY,
    /** Nothing could be read; it is entered by hand from the picture. */
    UNREAD
  }

  /**
   * Receives one and has it read, within the transaction in progress.
   *
   * @param name of the file
   */
  public Node receive(Actor actor, String name, ContentInfo stored) {
    Caller elevated = actor.caller().elevated();
    Actor system = new Actor(elevated, actor.component(), actor.source());
    // Many a camera calls each of its pictures the same, and nobody learns of cards of others.
    String own = NodeId.random().value().substring(0, 8) + " " + name;
    Node made =
        documents.create(system, Place.STAKEHOLDERS.below(FOLDER), "Business card " + own, stored);
    permissions.set(elevated, made.id(), AccessLists.ofPrivateContact(actor.component()));
    return nodes.update(
        elevated, made.id(), Optional.empty(), new Change(Map.of(), Set.of(), Set.of(Stk.CARD)));
  }

  /**
   * One that waits.
   *
   * @throws NotFound when it is not there for the caller, or is a person's already
   */
  public Node get(Caller caller, NodeId id) {
    return nodes.find(caller, id).filter(BusinessCards::waits).orElseThrow(() -> new NotFound(id));
  }

  /** Those that wait and that the caller may see, the latest first. */
  public List<Node> waiting(Caller caller) {
    // Nobody looks into the folder itself.
    List<NodeId> all =
        nodes
            .childrenOfAll(SYSTEM, List.of(Place.STAKEHOLDERS.below(FOLDER)), Cor.DOCUMENT)
            .stream()
            .map(Node::id)
            .toList();
    List<Node> cards = new ArrayList<>(nodes.findAll(caller, all));
    cards.removeIf(card -> !waits(card));
    cards.sort(Comparator.comparing(Node::createdAt).reversed());
    return cards;
  }

  private static boolean waits(Node card) {
    return card.aspects().contains(Stk.CARD)
        && card.parent().equals(Optional.of(Place.STAKEHOLDERS.below(FOLDER)));
  }

  /** How far it has come. */
  public static State state(Node card) {
    if (!card.aspects().contains(Cor.READ)) {
      return State.READING;
    }
    return card.contents().containsKey(Cor.TEXT) ? State.READY : State.UNREAD;
  }

  /** What was read on it; nothing while it is being read. */
  public List<CardField> read(Caller caller, Node card) {
    if (state(card) != State.READY) {
      return List.of();
    }
    try (InputStream text = contents.open(caller, card.id(), Cor.TEXT)) {
      byte[] bytes = text.readNBytes(LONGEST);
      return CardText.read(new String(bytes, StandardCharsets.UTF_8).replace('\f', '\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts it to the person it became, within the transaction in progress.
   *
   * @throws NotFound when it is not there for the actor, or is a person's already
   */
  public void keep(Actor actor, NodeId id, Node person) {
    get(actor.caller(), id);
    Caller elevated = actor.caller().elevated();
    Node held = nodes.hold(elevated, id);
    if (!waits(held)) {
      throw new NotFound(id);
    }
    nodes.move(elevated, id, person.id(), held.name());
    permissions.set(elevated, id, AccessLists.ofPrivateContact(person.text(Stk.OWNER_COMPONENT)));
    audit.record(actor.did(Action.MOVE, id, Map.of("to", person.id().value())));
  }

  /**
   * Throws one away that becomes nobody, within the transaction in progress.
   *
   * @throws NotFound when it is not there for the actor, or is a person's already
   */
  public void discard(Actor actor, NodeId id) {
    get(actor.caller(), id);
    nodes.delete(actor.caller().elevated(), id, Optional.empty());
    audit.record(actor.did(Action.DELETE, id, Map.of()));
  }
}
