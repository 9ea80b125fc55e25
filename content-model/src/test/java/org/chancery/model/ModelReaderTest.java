package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.model.ConstraintDefinition.Choice;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelReaderTest {

  /** In a file with a fault, the comment on the line of the fault says what must be said of it. */
  private static final Pattern FAULT = Pattern.compile("<!-- fault: (.*) -->");

  private static final Path FAULTS = Path.of("src/test/resources/faults");

  static Stream<Path> faults() throws IOException {
    try (Stream<Path> files = Files.list(FAULTS)) {
      return files.sorted().toList().stream();
    }
  }

  private static URL agency(String name) {
    return Objects.requireNonNull(ModelReaderTest.class.getResource("/agency/" + name), name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theFaultIsRefusedWithItsLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int line = 0;
    String words = null;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fault = FAULT.matcher(lines.get(i));
      if (fault.find()) {
        line = i + 1;
        words = fault.group(1);
      }
    }
    URL url = file.toUri().toURL();
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> ContentModels.shippedWith(List.of(url)));
    assertThat(refusal)
        .hasMessageStartingWith(file.getFileName() + ":" + line + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void anAgencyAddsTypesPropertiesAndValues() {
    ContentModel model = ContentModels.shippedWith(List.of(agency("agency-model.xml")));
    QName type = QName.of("ag:waterPermitFile");
    assertThat(model.isA(type, QName.of("cor:caseFile"))).isTrue();
    PropertyDefinition river = model.property(QName.of("ag:river")).orElseThrow();
    assertThat(river.title()).isEqualTo("River");
    assertThat(river.description()).isEqualTo("The river whose water is asked for.");
    assertThat(((OneOf) river.constraints().get(0)).choices())
        .containsExactly(new Choice("ohio", "Ohio River"), new Choice("wabash", "wabash"));
  }

  @Test
  void anOverrideNarrowsForTheTypeAndItsDescendantsOnly() {
    ContentModel model = ContentModels.shippedWith(List.of(agency("agency-model.xml")));
    NodeRules rules = new NodeRules(model);
    QName due = QName.of("cor:dueDate");
    QName status = QName.of("cor:status");
    for (String type : List.of("ag:waterPermitFile", "ag:urgentWaterPermitFile")) {
      assertThat(rules.problems(QName.of(type), List.of(), java.util.Map.of()))
          .containsEntry("cor:dueDate", "is needed");
      assertThat(rules.defaults(QName.of(type), List.of())).containsEntry(status, "routed");
    }
    assertThat(rules.problems(QName.of("cor:caseFile"), List.of(), java.util.Map.of()))
        .doesNotContainKey(due.toString());
    assertThat(rules.defaults(QName.of("cor:caseFile"), List.of())).containsEntry(status, "open");
  }

  @Test
  void aBundleRelabelsWhatTheFileSays() {
    ContentModel model = ContentModels.shippedWith(List.of(agency("agency-model.xml")));
    assertThat(model.find(QName.of("ag:waterPermitFile")).orElseThrow().title())
        .isEqualTo("Water permit");
  }

  @Test
  void namesComeOutUnderThePrefixOfTheModelThatDefinesThem() {
    ContentModel model = ContentModels.shippedWith(List.of(agency("agency-model.xml")));
    assertThat(model.find(QName.of("ag:waterPermitFile")).orElseThrow().parent())
        .as("the file imports this namespace under another prefix")
        .contains(QName.of("cor:caseFile"));
  }

  @Test
  void aModelReadBeforeTheOneItImportsIsRefused() {
    URL correspondence =
        Objects.requireNonNull(
            ContentModels.class.getResource(
                "/alfresco/module/chancery/model/correspondence-model.xml"));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ContentModels.read(List.of(correspondence)))
        .withMessageContaining("read the model that defines it first");
  }

  @Test
  void aModelWithoutABundleShowsItsValues(@TempDir Path directory) throws IOException {
    Path copy = directory.resolve("agency-model.xml");
    try (var in = agency("agency-model.xml").openStream()) {
      Files.copy(in, copy);
    }
    ContentModel model = ContentModels.shippedWith(List.of(copy.toUri().toURL()));
    OneOf rivers = (OneOf) model.property(QName.of("ag:river")).orElseThrow().constraints().get(0);
    assertThat(rivers.choices()).contains(new Choice("ohio", "ohio"));
  }

  @Test
  void aMissingFileIsSaidToBeMissing(@TempDir Path directory) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> ContentModels.read(List.of(directory.resolve("none.xml").toUri().toURL())))
        .withMessageContaining("none.xml");
  }
}
