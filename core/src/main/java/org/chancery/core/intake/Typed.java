package org.chancery.core.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Takes in what someone writes down themselves: a phone call, pasted text (requirement C1). A text
 * document made of it is the original, kept like any other; since its text is known, the item is
 * ready to be filed at once.
 */
public final class Typed {
  private static final String PLAIN_TEXT = "text/plain;charset=UTF-8";

  private final Nodes nodes;
  private final Contents contents;
  private final Receiving receiving;
  private final Clock clock;

  /** On these ports. */
  Typed(Nodes nodes, Contents contents, Receiving receiving, Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.receiving = receiving;
    this.clock = clock;
  }

  /** A form that was filled in. */
  public sealed interface Form permits PhoneCall, PastedText {
    /** The document's name. */
    String name();

    /** The document. */
    String text();

    /** How it came in, as the model's list has it. */
    String channel();

    /** What the form says for filing. */
    LetterSuggestions suggestions();

    /** Aspects the item gets. */
    Set<QName> aspects();

    /** Properties of these aspects. */
    Map<QName, Object> properties();
  }

  /**
   * A document whose bytes are safe but which is nowhere yet.
   *
   * @param name of the document
   */
  public record Stored(
      String name, Form form, ContentInfo original, ContentInfo suggestions, int pages) {}

  /** Stores the document; before the transaction that enters it. */
  public Stored store(Form form) {
    String text = form.text();
    return new Stored(
        form.name(),
        form,
        contents.store(bytes(text.getBytes(StandardCharsets.UTF_8)), PLAIN_TEXT),
        contents.store(bytes(form.suggestions().json()), "application/json"),
        text.split("\f", -1).length);
  }

  private static InputStream bytes(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * Enters what was stored, within the transaction in progress.
   *
   * @param component code of the component it is for; the actor's own when empty
   * @throws NameTaken when someone took the name meanwhile; try again
   * @throws org.chancery.core.repository.Invalid when the model forbids a value
   */
  public Node enter(Actor actor, Stored stored, Optional<String> component) {
    Caller elevated = actor.caller().elevated();
    Form form = stored.form();
    Arrival arrival =
        new Arrival(
            UUID.randomUUID().toString(),
            InputStream.nullInputStream(),
            stored.name(),
            component.or(actor::component),
            form.channel(),
            actor,
            Optional.empty());
    Node node = receiving.enterRead(arrival, stored.original());
    Map<QName, Object> values = new HashMap<>(form.properties());
    values.put(Cor.PAGE_COUNT, stored.pages());
    values.put(Cor.RECOGNISED_PAGES, 0);
    values.put(Cor.CONFIDENCE, 100.0);
    values.put(Cor.DETECTED_TYPE, "text/plain");
    values.put(Cor.READ_AT, clock.instant());
    Set<QName> aspects = new HashSet<>(form.aspects());
    aspects.add(Cor.READ);
    nodes.update(elevated, node.id(), Optional.empty(), new Change(values, Set.of(), aspects));
    contents.attach(elevated, node.id(), Cor.TEXT, stored.original());
    return contents.attach(elevated, node.id(), Cor.SUGGESTIONS, stored.suggestions());
  }
}
