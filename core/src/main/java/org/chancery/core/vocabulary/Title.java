package org.chancery.core.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Node;
import org.chancery.model.QName;

/** What to call a node when it is shown or listed, once for pages, hits and matches. */
public final class Title {
  private static final List<QName> CANDIDATES =
      List.of(Cm.TITLE, Cor.SUBJECT, Cor.HOLDER_NAME, Stk.ORGANIZATION_NAME);

  private Title() {}

  /** Its title, subject, holder or person's name, else its name. Never empty. */
  public static String of(Node node) {
    return person(node)
        .or(
            () ->
                CANDIDATES.stream()
                    .map(node::text)
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isBlank())
                    .findFirst())
        .orElse(node.name());
  }

  private static Optional<String> person(Node node) {
    if (!node.type().equals(Stk.PERSON)) {
      return Optional.empty();
    }
    String name =
        Stream.of(Stk.FIRST_NAME, Stk.MIDDLE_NAME, Stk.LAST_NAME)
            .map(node::text)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return Optional.of(name).filter(text -> !text.isBlank());
  }
}
