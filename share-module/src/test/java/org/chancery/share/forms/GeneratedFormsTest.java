package org.chancery.share.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ContentModels;
import org.chancery.model.PropertyDefinition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class GeneratedFormsTest {

  private final ShownModel model = new ShownModel(ContentModels.shipped());
  private final Document config = parsed(new ShareConfig(model).xml());

  private static Document parsed(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private double count(String xpath) throws Exception {
    return (Double)
        XPathFactory.newInstance()
            .newXPath()
            .evaluate("count(" + xpath + ")", config, XPathConstants.NUMBER);
  }

  @Test
  void everyTypeHasAFormASearchFormAndAPlaceInTheAdvancedSearch() throws Exception {
    assertThat(model.types()).hasSizeGreaterThan(15);
    for (ClassDefinition type : model.types()) {
      String name = "[@condition='" + type.name() + "']";
      assertThat(count("//config[@evaluator='node-type']" + name)).as("%s", type.name()).isOne();
      assertThat(count("//config[@evaluator='model-type']" + name + "//form[@id='search']"))
          .as("search form of %s", type.name())
          .isOne();
      assertThat(count("//advanced-search/forms/form[.='" + type.name() + "']")).isOne();
      for (PropertyDefinition property : model.propertiesOf(type)) {
        assertThat(
                count(
                    "//config[@evaluator='node-type']"
                        + name
                        + "//form[not(@id)]//show[@id='"
                        + property.name()
                        + "']"))
            .as("%s in the form of %s", property.name(), type.name())
            .isOne();
      }
    }
  }

  @Test
  void everyAspectWithPropertiesHasAForm() throws Exception {
    for (ClassDefinition aspect : model.aspects()) {
      double expected = model.propertiesOfAspect(aspect).isEmpty() ? 0 : 1;
      assertThat(count("//config[@evaluator='aspect'][@condition='" + aspect.name() + "']"))
          .as("%s", aspect.name())
          .isEqualTo(expected);
    }
  }

  @Test
  void whatTheSystemWritesIsShownOnly() throws Exception {
    assertThat(
            count("//config[@condition='cor:received']//show[@id='cor:sha256'][@for-mode='view']"))
        .isOne();
  }

  @Test
  void onlyWhatMustBeSaidMustBeFilledIn() throws Exception {
    String form = "//config[@evaluator='node-type'][@condition='cor:caseFile']//form[not(@id)]";
    assertThat(count(form + "//field[@id='cor:issueCode']//constraint[@type='LENGTH']")).isOne();
    assertThat(count(form + "//field[@id='cor:subject']//constraint")).isZero();
    assertThat(count(form + "//field[@id='cor:correspondenceType']/control")).isOne();
    assertThat(count(form + "//field[@id='cor:source']/control")).isZero();
  }

  @Test
  void everyKindOfTaskHasAFormThatEndsInItsOutcomes() throws Exception {
    assertThat(model.tasks()).hasSizeGreaterThan(8);
    for (ClassDefinition task : model.tasks()) {
      String form =
          "//config[@evaluator='task-type'][@condition='" + task.name() + "']//form[not(@id)]";
      assertThat(count(form)).as("%s", task.name()).isOne();
      double ends = task.name().localName().equals("officeTask") ? 0 : 1;
      assertThat(count(form + "//control[contains(@template, '/outcome.ftl')]"))
          .as("%s", task.name())
          .isEqualTo(ends);
    }
  }

  @Test
  void noShippedTemplateIsOfferedInSharesOwnDialog() throws Exception {
    for (String key : model.templates()) {
      assertThat(getClass().getResource("/alfresco/module/chancery/bpmn/" + key + ".bpmn20.xml"))
          .as(key)
          .isNotNull();
      assertThat(count("//hidden-workflows/workflow[@name='activiti$" + key + "']")).isOne();
    }
  }

  @Test
  void aSearchFormAsksForNothingUnasked() throws Exception {
    String status =
        "//config[@condition='cor:caseFile']//form[@id='search']//field[@id='cor:status']";
    assertThat(count(status + "/control[contains(@template, '/select-any.ftl')]")).isOne();
  }

  @Test
  void everyLabelIsInTheBundle() throws Exception {
    Properties bundle = new Properties();
    bundle.load(new StringReader(new Labels(model).properties()));
    try (InputStream byHand =
        getClass().getResourceAsStream("/alfresco/web-extension/messages/chancery.properties")) {
      bundle.load(byHand);
    }
    Stream.of("label-id", "labelId", "descriptionId")
        .flatMap(attribute -> values("//@" + attribute))
        .forEach(label -> assertThat(bundle.getProperty(label)).as(label).isNotNull());
    assertThat(bundle.getProperty("type.cor_caseFile")).isEqualTo("Case file");
  }

  private Stream<String> values(String xpath) {
    try {
      var nodes =
          (org.w3c.dom.NodeList)
              XPathFactory.newInstance().newXPath().evaluate(xpath, config, XPathConstants.NODESET);
      return java.util.stream.IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getNodeValue());
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thePagesTagsLoadWhatWasBuilt() {
    assertThat(PageTags.none().ftl()).contains("chanceryAssets=false");
    assertThat(
            PageTags.in(
                    "<script type=\"module\" crossorigin src=\"/x/assets/index-1.js\"></script>"
                        + "<link rel=\"stylesheet\" crossorigin href=\"/assets/index-2.css\">")
                .ftl())
        .contains("<script type=\"module\" src=\"${url.context}/res/chancery/assets/index-1.js\">")
        .contains(
            "<link rel=\"stylesheet\" href=\"${url.context}/res/chancery/assets/index-2.css\"");
  }
}
