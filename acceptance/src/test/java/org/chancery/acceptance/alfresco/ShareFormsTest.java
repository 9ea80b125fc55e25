package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Share's forms for Chancery's types and aspects: to look at, to fill in, to search with. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareFormsTest {
  private static final String STORE = "workspace://SpacesStore/";

  private final String word = Letter.draw(new Random(), 1).markers().get(0);

  @Test
  void everyTypesFormsToFillInAndToSearchWithAreShown(Host host, Browser browser) {
    JsonNode model = host.admin().get("model").expect(200).json();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      for (JsonNode type : model.path("types")) {
        String name = type.path("name").asText();
        if (type.path("kind").asText().equals("TYPE") && name.matches("(cor|stk|rec):.*")) {
          for (String form : List.of("", "&formId=search")) {
            asked++;
            wrong.addAll(
                faults(
                    desk.page(),
                    host,
                    "itemKind=type&itemId=" + name + "&mode=edit" + form,
                    name + form));
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  /** Share says what is wrong with a form in the form's place, with status 200. */
  private static List<String> faults(Page page, Host host, String form, String name) {
    APIResponse answer =
        page.request()
            .get(
                host.share().orElseThrow()
                    + "/service/components/form?submitType=json&htmlid=x&"
                    + form);
    String text = answer.text();
    List<String> wrong = new ArrayList<>();
    if (answer.status() != 200) {
      wrong.add(name + ": status " + answer.status());
    } else if (!text.contains("form-fields")) {
      wrong.add(name + ": no form: " + text.replaceAll("\\s+", " ").strip());
    }
    java.util.regex.Matcher unnamed =
        Pattern.compile("(?:label|aspect|list|type)\\.(?:cor|stk|rec)_\\w+").matcher(text);
    if (unnamed.find()) {
      wrong.add(name + ": no label for " + unnamed.group());
    }
    return wrong;
  }

  @Test
  void aCaseFileACorrespondentAndADocumentAreShownAndChangedAPersonIsShown(
      Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    String id =
        office.readMail(
            "form-" + word + ".pdf", Paper.bornDigitalPdf(Letter.draw(new Random(), 1)), "EXECSEC");
    JsonNode made = office.file(id, "Subject " + word, "Priya", "Sandoval");
    String caseFile = made.path("caseFile").path("id").asText();
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      Forms forms = new Forms(desk.page(), host.share().orElseThrow(), office);

      forms.shows("folder", caseFile, "Subject " + word);
      Pictures.take(desk.page(), "alfresco-form-view");
      forms.changes("folder", caseFile, "cor:subject", "Changed " + word);

      String correspondent = office.child(office.child(caseFile, "people"), "");
      forms.shows("folder", correspondent, "Sandoval");
      forms.changes("folder", correspondent, "cor:organization", "Office of " + word);

      forms.shows("document", id, "Ready to file|Filed");
      forms.changes("document", id, "cm:title", "Titled " + word);

      String person = office.person(word);
      forms.shows("folder", person, word);
    }
  }

  /** The pages on which a node's form is seen and filled in. */
  private record Forms(Page page, String share, ShareOffice office) {
    void shows(String kind, String id, String text) {
      page.navigate(share + "/page/" + kind + "-details?nodeRef=" + STORE + id);
      assertThat(page.locator("[class*='-metadata-header'] .form-fields").first())
          .containsText(Pattern.compile(text));
    }

    /** From the details, as one gets there: Share goes back to where one came from. */
    void changes(String kind, String id, String property, String value) {
      page.navigate(share + "/page/" + kind + "-details?nodeRef=" + STORE + id);
      page.getByText("Edit Properties").first().click();
      page.waitForURL(Pattern.compile(".*/edit-metadata.*"));
      Locator field = page.locator("[name='prop_" + property.replace(':', '_') + "']");
      field.fill(value);
      if (property.equals("cor:subject")) {
        assertThat(page.locator("[name='prop_cor_correspondenceType']")).hasValue("");
        Pictures.take(page, "alfresco-form-edit");
      }
      page.locator("[id$='-form-submit-button']").click();
      page.waitForURL(Pattern.compile(".*-details.*"));
      assertThat(page.locator("[class*='-metadata-header'] .form-fields").first())
          .containsText(value);
      JsonNode properties = office.node(id).path("properties");
      assertThat(properties.path(property).asText()).isEqualTo(value);
      // What was left empty has no value.
      assertThat(properties.toString()).doesNotContainPattern("\"(cor|stk):\\w+\":\"\"");
    }
  }
}
