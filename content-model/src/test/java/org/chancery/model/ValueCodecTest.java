package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.model.PropertyDefinition.IndexHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCodecTest {

  /** A value with the property that holds it. */
  record Held(PropertyDefinition property, Object value) {}

  private static PropertyDefinition property(DataType type, boolean multiple) {
    return new PropertyDefinition(
        QName.of("cor:any"),
        QName.of("cor:anything"),
        "Any",
        "",
        type,
        false,
        multiple,
        false,
        Optional.empty(),
        List.of(),
        new IndexHint(true, true, false));
  }

  private static Arbitrary<?> values(DataType type) {
    return switch (type) {
      case TEXT, MLTEXT, NODEREF -> Arbitraries.strings().all();
      case INT -> Arbitraries.integers();
      case LONG -> Arbitraries.longs();
      case FLOAT, DOUBLE -> Arbitraries.doubles();
      case BOOLEAN -> Arbitraries.of(true, false);
      case DATE ->
          Arbitraries.longs()
              .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
              .map(LocalDate::ofEpochDay);
      case DATETIME ->
          Combinators.combine(
                  // What ISO 8601 text with an offset can say, which is more than any calendar
                  // needs.
                  Arbitraries.longs()
                      .between(-31556889864403199L, 31556889864403199L - 86400 * 366L),
                  Arbitraries.integers().between(0, 999_999_999))
              .as(Instant::ofEpochSecond);
      case CONTENT -> throw new IllegalArgumentException("content is no value");
    };
  }

  private static Arbitrary<DataType> types() {
    return Arbitraries.of(DataType.class).filter(type -> type != DataType.CONTENT);
  }

  @Provide
  Arbitrary<Held> single() {
    return types()
        .flatMap(type -> values(type).map(value -> new Held(property(type, false), value)));
  }

  @Provide
  Arbitrary<Held> several() {
    return types()
        .flatMap(
            type ->
                values(type).list().ofMaxSize(5).map(list -> new Held(property(type, true), list)));
  }

  @Property
  void whatIsEncodedIsDecodedUnchanged(@ForAll("single") Held held) {
    Object json = ValueCodec.encode(held.property(), held.value());
    assertThat(json).isInstanceOfAny(String.class, Number.class, Boolean.class);
    assertThat(ValueCodec.decode(held.property(), json)).isEqualTo(held.value());
  }

  @Property
  void aListIsDecodedUnchanged(@ForAll("several") Held held) {
    Object json = ValueCodec.encode(held.property(), held.value());
    assertThat(ValueCodec.decode(held.property(), json)).isEqualTo(held.value());
  }

  @Property
  void textIsReadBackUnchanged(@ForAll("single") Held held) {
    DataType type = held.property().type();
    assertThat(ValueCodec.fromText(type, ValueCodec.toText(type, held.value())))
        .isEqualTo(held.value());
  }

  @Test
  void datesAreIso() {
    assertThat(ValueCodec.toText(DataType.DATE, LocalDate.of(2026, 11, 22)))
        .isEqualTo("2026-11-22");
    assertThat(ValueCodec.toText(DataType.DATETIME, Instant.ofEpochSecond(0)))
        .isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void aTimeWithAnotherOffsetIsTheSameInstant() {
    assertThat(ValueCodec.fromText(DataType.DATETIME, "2026-11-22T08:44:11-05:00"))
        .isEqualTo(Instant.parse("2026-11-22T13:44:11Z"));
  }

  @Test
  void numbersOfAnyParserAreTaken() {
    assertThat(ValueCodec.decode(property(DataType.INT, false), 7L)).isEqualTo(7);
    assertThat(ValueCodec.decode(property(DataType.INT, false), new BigDecimal("7.0")))
        .isEqualTo(7);
    assertThat(ValueCodec.decode(property(DataType.LONG, false), 7)).isEqualTo(7L);
    assertThat(ValueCodec.decode(property(DataType.LONG, false), BigInteger.TEN)).isEqualTo(10L);
    assertThat(ValueCodec.decode(property(DataType.DOUBLE, false), 7)).isEqualTo(7.0);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(ValueCodec.encode(property(DataType.DATE, false), null)).isNull();
    assertThat(ValueCodec.decode(property(DataType.DATE, true), null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "INT, 1.5",
    "INT, 2147483648",
    "INT, x",
    "INT, 1e999999999",
    "LONG, 9223372036854775808",
    "DOUBLE, NaN",
    "DOUBLE, 1e400",
    "BOOLEAN, yes",
    "DATE, 22.11.2026",
    "DATE, 2026-02-30",
    "DATETIME, 2026-11-22",
    "DATETIME, 2026-11-22T13:44:11",
    "CONTENT, x",
  })
  void textThatIsNoValueIsRefusedInWords(DataType type, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueCodec.fromText(type, text))
        .withMessage(ValueCodec.expectation(type));
  }

  @Test
  void whatIsNotTextIsRefusedWhereTextBelongs() {
    PropertyDefinition text = property(DataType.TEXT, false);
    assertThatIllegalArgumentException().isThrownBy(() -> ValueCodec.decode(text, 7));
    assertThatIllegalArgumentException().isThrownBy(() -> ValueCodec.decode(text, List.of("a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueCodec.decode(property(DataType.DATE, false), 20261122));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueCodec.decode(property(DataType.TEXT, true), "a"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ValueCodec.decode(property(DataType.TEXT, true), Arrays.asList("a", null)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueCodec.decode(property(DataType.TEXT, true), List.of(List.of("a"))));
  }
}
