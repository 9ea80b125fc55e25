package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EncodingTest {
  private final Encoding encoding = new Encoding();

  @Property
  void differentEntriesHaveDifferentEncodings(
      @ForAll("entries") List<Object> one, @ForAll("entries") List<Object> other) {
    assertThat(Arrays.equals(encode(one), encode(other))).isEqualTo(one.equals(other));
  }

  @Property
  void noTextCanBeMovedIntoTheNeighbouringColumn(
      @ForAll("texts") String text,
      @ForAll("texts") String next,
      @ForAll("entries") List<Object> e) {
    for (int cut = 0; cut <= text.length(); cut++) {
      List<Object> whole = with(e, text, next);
      List<Object> moved = with(e, text.substring(0, cut), text.substring(cut) + next);
      assertThat(Arrays.equals(encode(whole), encode(moved))).isEqualTo(whole.equals(moved));
    }
  }

  @Property
  void theEncodingOfAnEntryDoesNotDependOnWhatTheBufferHeldBefore(
      @ForAll("entries") List<Object> before, @ForAll("entries") List<Object> entry) {
    byte[] fresh = entry(entry).encode(new Encoding()).toBytes();
    encode(before);
    assertThat(encode(entry)).isEqualTo(fresh);
  }

  @Property
  void anAbsentColumnIsNotAnEmptyOne(@ForAll("entries") List<Object> entry) {
    byte[] absent = encoding.clear().text(null).toBytes();
    assertThat(absent).isNotEqualTo(encoding.clear().text("").toBytes());
    assertThat(encoding.clear().uuid(null).toBytes()).isEqualTo(absent);
  }

  /** Few different letters and short texts, so that near misses are frequent. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\u00FC").ofMaxLength(4);
  }

  @Provide
  Arbitrary<List<Object>> entries() {
    Arbitrary<UUID> ids =
        Arbitraries.longs().between(0, 2).map(bits -> new UUID(bits, bits)).injectNull(0.2);
    return Combinators.combine(
            ids.filter(id -> id != null),
            Arbitraries.longs().between(-1, 1),
            texts(),
            texts(),
            ids,
            texts(),
            texts(),
            texts())
        .as((id, at, a, b, object, c, d, e) -> Arrays.asList(id, at, a, b, object, c, d, e));
  }

  private static List<Object> with(List<Object> entry, String actor, String action) {
    List<Object> copy = new ArrayList<>(entry);
    copy.set(2, actor);
    copy.set(3, action);
    return copy;
  }

  private byte[] encode(List<Object> columns) {
    return entry(columns).encode(encoding.clear()).toBytes();
  }

  private static Entry entry(List<Object> columns) {
    return new Entry(
        (UUID) columns.get(0),
        (Long) columns.get(1),
        utf8(columns.get(2)),
        utf8(columns.get(3)),
        (UUID) columns.get(4),
        utf8(columns.get(5)),
        utf8(columns.get(6)),
        utf8(columns.get(7)));
  }

  private static byte[] utf8(Object text) {
    return ((String) text).getBytes(StandardCharsets.UTF_8);
  }
}
