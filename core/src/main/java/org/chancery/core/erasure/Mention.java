package org.chancery.core.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * A place that names the person, or an interaction with them, and what can be done with it.
 *
 * @param node the place
 * @param kind what it is: the local name of its type
 * @param title what people call it; without words of the person
 * @param day it speaks of, where it speaks of one
 * @param text as it reads now, where it is a text
 * @param alone whether it is an interaction with nobody but the person
 * @param choices what can be done
 * @param preset what is done unless somebody wants it otherwise; empty when they have to say
 */
public record Mention(
    NodeId node,
    String kind,
    String title,
    Optional<LocalDate> day,
    Optional<String> text,
    boolean alone,
    List<Choice> choices,
    Optional<Choice> preset) {

  /** Copies the list. */
  public Mention {
    choices = List.copyOf(choices);
  }

  /** What can be done. */
  public enum Choice {
    /** The words that name the person are taken out. */
    WORDS,
    /** The whole text is taken out; that there was an interaction stays. */
    TEXT,
    /** It is deleted. */
    DELETE,
    /** It stays: somebody else is meant, or the actor may not decide. */
    KEEP
  }
}
