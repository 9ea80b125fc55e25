package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Rec;

/**
 * What stays of a folder that was disposed of (requirement R6): numbers, dates, counts and hashes;
 * no word of what it held. A record itself, which nothing changes.
 *
 * @param name its number: that of the disposition and the place in it
 * @param of identity that the folder had
 * @param numbers of its case files and records
 * @param series code
 * @param authority the schedule item that allowed it
 * @param action what happened with it
 * @param from the day of the earliest thing in it
 * @param to the day of the latest activity in it
 * @param files how many case files it had
 * @param documents how many documents
 * @param bytes of their originals
 * @param hashes SHA-256 of each content, of each version too
 * @param approvals the officers who approved it
 * @param disposition that it went with
 * @param accession the number that the National Archives gave
 */
public record Stub(
    NodeId id,
    String name,
    String of,
    List<String> numbers,
    String series,
    String authority,
    Series.FinalAction action,
    Instant disposedAt,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    int files,
    int documents,
    long bytes,
    List<String> hashes,
    List<String> approvals,
    NodeId disposition,
    Optional<String> accession) {

  static Stub of(Node node) {
    return new Stub(
        node.id(),
        node.name(),
        node.text(Rec.STUB_OF).orElseThrow(),
        node.list(Rec.STUB_NUMBERS),
        node.text(Rec.STUB_SERIES).orElseThrow(),
        node.text(Rec.STUB_AUTHORITY).orElseThrow(),
        Series.FinalAction.valueOf(
            node.text(Rec.STUB_ACTION).orElseThrow().toUpperCase(Locale.ROOT)),
        node.instant(Rec.DISPOSED_AT).orElseThrow(),
        node.date(Rec.STUB_FROM),
        node.date(Rec.STUB_TO),
        DispositionBook.number(node, Rec.STUB_FILES),
        DispositionBook.number(node, Rec.STUB_DOCUMENTS),
        DispositionBook.big(node, Rec.STUB_BYTES),
        node.list(Rec.STUB_HASHES),
        node.list(Rec.STUB_APPROVALS),
        NodeId.of(node.text(Rec.STUB_DISPOSITION).orElseThrow()),
        node.text(Rec.STUB_ACCESSION));
  }
}
