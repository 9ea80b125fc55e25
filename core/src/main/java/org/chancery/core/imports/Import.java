package org.chancery.core.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/**
 * An import as whoever runs it sees it.
 *
 * @param id its node
 * @param name of the file; none once it is destroyed
 * @param by who imports
 * @param at since when
 * @param component that is to own who is entered
 * @param state how far it has come
 * @param shape what kind of file it is, once that is known
 * @param hidden whether hidden rows and columns are read
 * @param fields codes by column
 * @param remembered whether they are those of the last file of this shape
 * @param warnings what of the file was left aside
 * @param counts rows by what is to become of them
 * @param decided on how many rows somebody has decided
 * @param results rows by what became of them
 * @param done how many rows were worked off
 * @param of how many there are
 * @param until when the file is destroyed, and undoing ends
 * @param kept what was to be taken back, but had been changed since
 * @param message why it failed
 */
public record Import(
    NodeId id,
    Optional<String> name,
    String by,
    Instant at,
    Optional<String> component,
    ImportState state,
    Optional<FileShape> shape,
    boolean hidden,
    List<String> fields,
    boolean remembered,
    List<FileWarning> warnings,
    Map<String, Integer> counts,
    int decided,
    Map<String, Integer> results,
    int done,
    int of,
    Instant until,
    List<NodeId> kept,
    Optional<String> message) {

  static Import of(Node node, About about) {
    return new Import(
        node.id(),
        about.name(),
        node.text(Stk.IMPORT_BY).orElseThrow(),
        node.createdAt(),
        about.component(),
        ImportState.of(node),
        about.shape(),
        about.hidden(),
        about.fields(),
        about.remembered(),
        about.warnings(),
        about.counts(),
        about.decided(),
        about.results(),
        number(node.properties().get(Stk.IMPORT_DONE)),
        number(node.properties().get(Stk.IMPORT_OF)),
        node.instant(Stk.IMPORT_UNTIL).orElseThrow(),
        about.kept().stream().map(NodeId::of).toList(),
        about.message());
  }

  private static int number(Object value) {
    return value == null ? 0 : (Integer) value;
  }
}
