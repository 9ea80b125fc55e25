package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.model.ClassDefinition.Kind;
import org.chancery.model.ConstraintDefinition.Choice;
import org.chancery.model.ConstraintDefinition.Matches;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedModelsTest {
  private final ContentModel model = ContentModels.shipped();

  private Stream<PropertyDefinition> properties() {
    return model.classes().stream().flatMap(definition -> definition.properties().stream());
  }

  private Stream<OneOf> lists() {
    return properties()
        .flatMap(property -> property.constraints().stream())
        .filter(OneOf.class::isInstance)
        .map(OneOf.class::cast)
        .distinct();
  }

  @Test
  void theNamespacesAreThoseOfTheDesign() {
    assertThat(model.namespaces())
        .containsEntry("stk", "http://chancery.org/model/stakeholder/1.0")
        .containsEntry("cor", "http://chancery.org/model/correspondence/1.0")
        .containsEntry("rec", "http://chancery.org/model/records/1.0");
  }

  @Test
  void everyClassHasALabelAndHelp() {
    assertThat(model.classes())
        .isNotEmpty()
        .allSatisfy(
            definition -> {
              assertThat(definition.title())
                  .isNotEqualTo(definition.name().localName())
                  .isNotBlank();
              assertThat(definition.description()).endsWith(".");
            });
  }

  @Test
  void everyPropertyHasALabelAndHelp() {
    assertThat(properties())
        .isNotEmpty()
        .allSatisfy(
            property -> {
              assertThat(property.title()).isNotEqualTo(property.name().localName()).isNotBlank();
              assertThat(property.description()).endsWith(".");
            });
  }

  @Test
  void everyValueOfEveryListHasALabel() {
    assertThat(lists().flatMap(list -> list.choices().stream()))
        .isNotEmpty()
        .allSatisfy(choice -> assertThat(choice.label()).isNotEqualTo(choice.value()));
  }

  @Test
  void everyExpressionHasAMessageForPeople() {
    assertThat(
            properties()
                .flatMap(property -> property.constraints().stream())
                .filter(Matches.class::isInstance)
                .map(Matches.class::cast))
        .isNotEmpty()
        .allSatisfy(
            matches ->
                assertThat(matches.message()).doesNotContain(matches.expression().pattern()));
  }

  @ParameterizedTest
  @CsvSource({
    "cor:document, cm:content",
    "cor:caseFolder, cm:folder",
    "cor:caseFile, cm:folder",
    "cor:peoplePart, cm:folder",
    "cor:routingPart, cm:folder",
    "cor:documentsPart, cm:folder",
    "cor:correspondent, cm:folder",
    "cor:intakeFolder, cm:folder",
    "cor:protectedValue, cm:cmobject",
    "cor:note, cm:cmobject",
    "stk:person, cm:folder",
    "stk:organization, cm:folder",
    "stk:event, cm:folder",
    "stk:issue, cm:folder",
    "stk:priority, cm:folder",
    "stk:interaction, cm:folder",
    "stk:privateContact, cm:cmobject",
    "stk:note, cm:cmobject",
    "rec:filePlan, cm:folder",
    "rec:series, cm:folder",
  })
  void theTypeIsThere(String type, String parent) {
    assertThat(model.find(QName.of(type)))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.TYPE);
              assertThat(found.parent()).contains(QName.of(parent));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cor:caseFolder holderKind holderName holderState lastActivity",
        "cor:caseFile fileNumber subject source correspondenceType issueCode status component"
            + " dateReceived dueDate dateClosed onBehalfOf",
        "cor:correspondent prefix firstName middleName lastName suffix title organization homePhone"
            + " businessPhone mobilePhone fax email url instantMessenger countryOfOrigin gender"
            + " street city state zip role",
        "cor:protectedValue kind value notRelevant",
        "cor:received claimId sha256 receivedAt channel originalName intakeState intakeReason"
            + " intakeExplanation dropComponent filedAt filedBy",
        "cor:read pageCount recognisedPages confidence detectedType readAt warnings searchablePdf"
            + " text thumbnail layout suggestions",
        "cor:letter letterDate senderName senderAddress addressee letterSubject",
        "stk:person salutation firstName middleName lastName suffix title position officePhone"
            + " workStreet city state zip county femaRegion url interests ownerUser ownerComponent",
        "stk:organization organizationName street city state zip phone ownerUser",
        "rec:declared recordId declaredAt declaredBy declaredWith digest",
        "rec:series authority permanence cutoffEvent retentionPeriod finalAction",
      })
  void theVocabularyIsThere(String line) {
    List<String> words = List.of(line.split(" "));
    QName type = QName.of(words.get(0));
    List<QName> names =
        model.propertiesOf(type, List.of()).stream().map(PropertyDefinition::name).toList();
    assertThat(names)
        .containsAll(words.stream().skip(1).map(word -> new QName(type.prefix(), word)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cor:holderKind|individual organization",
        "cor:source|component white-house vice-president federal-agency congress state-local foreign"
            + " corporation ngo public",
        "cor:status|open closed",
        "cor:role|writer onBehalfOf attorney",
        "cor:kind|ssn aNumber dateOfBirth",
        "cor:channel|watched-folder upload email phone paste",
        "cor:intakeState|received reading ready filed quarantined",
        "stk:mode|phone email letter meeting event web",
        "stk:femaRegion|1 2 3 4 5 6 7 8 9 10",
        "cor:state|AL AK CA DC NY PR TX WY",
        "rec:permanence|permanent temporary",
      })
  void theListHasItsValues(String property, String values) {
    assertThat(model.property(QName.of(property)).orElseThrow().constraints())
        .first()
        .isInstanceOfSatisfying(
            OneOf.class,
            list ->
                assertThat(list.choices().stream().map(Choice::value)).contains(values.split(" ")));
  }

  @Test
  void theFacetsOfSearchAreFacetable() {
    assertThat(
            Stream.of("source", "status", "component", "issueCode", "intakeState", "channel")
                .map(name -> model.property(new QName("cor", name)).orElseThrow()))
        .allSatisfy(property -> assertThat(property.index().facetable()).isTrue());
  }

  @Test
  void aProtectedValueIsNotSearched() {
    assertThat(model.property(QName.of("cor:value")).orElseThrow().index().indexed()).isFalse();
  }

  @Test
  void aPersonLeadsToOrganizationsAndIssues() {
    assertThat(model.association(QName.of("stk:memberOf")).orElseThrow().target())
        .isEqualTo(QName.of("stk:organization"));
    assertThat(model.association(QName.of("stk:engagesOn")).orElseThrow().target())
        .isEqualTo(QName.of("stk:issue"));
    assertThat(model.mandatoryAspects(QName.of("stk:person"))).contains(QName.of("stk:engaging"));
  }
}
